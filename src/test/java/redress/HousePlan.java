package redress;

import java.util.Map;
import java.util.Set;

/** The plan of the house: room to the rooms that it may touch, one line a room. Reasons are in docs/architecture.md. */
final class HousePlan {

    static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            Map.entry("access", Set.of("problem", "wiring")),
            Map.entry("problem", Set.of()),
            Map.entry("wiring", Set.of()),
            Map.entry("chance", Set.of()),
            Map.entry("complaint", Set.of("likeness", "problem", "time", "wiring")),
            Map.entry("ledger", Set.of("merkle", "time", "wiring")),
            Map.entry("merkle", Set.of()),
            Map.entry("time", Set.of()),
            Map.entry("names", Set.of()),
            Map.entry("likeness", Set.of("names")),
            Map.entry("profile", Set.of("names", "problem", "time", "web", "wiring")),
            Map.entry("register", Set.of("ledger", "likeness", "time")),
            Map.entry("vault", Set.of("wiring")),
            Map.entry(
                    "intake", Set.of("access", "complaint", "ledger", "problem", "profile", "vault", "web", "wiring")),
            Map.entry("correspondence", Set.of("access", "complaint", "ledger", "problem", "time", "wiring")),
            Map.entry(
                    "tracking",
                    Set.of(
                            "access",
                            "complaint",
                            "correspondence",
                            "ledger",
                            "problem",
                            "profile",
                            "time",
                            "web",
                            "wiring")),
            Map.entry("statistics", Set.of("access", "ledger", "problem", "profile", "time", "web", "wiring")),
            Map.entry("triage", Set.of("access", "complaint", "ledger", "problem", "profile", "time", "wiring")),
            Map.entry(
                    "desk",
                    Set.of(
                            "access",
                            "complaint",
                            "correspondence",
                            "evidence",
                            "ledger",
                            "problem",
                            "profile",
                            "time",
                            "triage",
                            "vault",
                            "web",
                            "wiring")),
            Map.entry("evidence", Set.of("access", "complaint", "ledger", "problem", "time", "web", "wiring")),
            Map.entry("search", Set.of("access", "ledger", "likeness", "names", "problem", "time", "web", "wiring")),
            Map.entry(
                    "pattern",
                    Set.of(
                            "access",
                            "chance",
                            "ledger",
                            "likeness",
                            "names",
                            "problem",
                            "search",
                            "time",
                            "web",
                            "wiring")),
            Map.entry(
                    "lineup",
                    Set.of(
                            "access",
                            "complaint",
                            "ledger",
                            "likeness",
                            "names",
                            "problem",
                            "search",
                            "time",
                            "web",
                            "wiring")),
            Map.entry(
                    "watch",
                    Set.of("access", "chance", "ledger", "problem", "profile", "search", "time", "web", "wiring")),
            Map.entry("web", Set.of("problem", "wiring")),
            Map.entry("portal", Set.of("access", "ledger", "problem")));

    private HousePlan() {}
}
