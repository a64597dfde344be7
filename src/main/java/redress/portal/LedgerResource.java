package redress.portal;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.access.Public;
import redress.ledger.ConsistencyProof;
import redress.ledger.InclusionProof;
import redress.ledger.Ledger;
import redress.ledger.LedgerKeys;
import redress.ledger.TreeHead;
import redress.problem.Problem;

/**
 * What anyone may ask of the ledger: its signed head, its key, and proofs. By leaf hash only, so that nobody can list
 * acts or learn what happened to a complaint. Hashes are hexadecimal; times are UTC.
 */
@Path("/api/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Public
public class LedgerResource {

    private static final int HEX_LENGTH = 64;

    private final Ledger ledger;
    private final LedgerKeys keys;

    @Inject
    LedgerResource(Ledger ledger, LedgerKeys keys) {
        this.ledger = ledger;
        this.keys = keys;
    }

    /** A signed head. */
    public record Head(String origin, long size, String root, Instant at, String checkpoint) {
        static Head of(String origin, TreeHead head) {
            return new Head(origin, head.size(), hex(head.root()), head.at(), head.checkpoint());
        }
    }

    /** The proof that a leaf stands under a head. */
    public record Inclusion(String leaf, long position, List<String> hashes, Head head) {
        static Inclusion of(String origin, InclusionProof proof) {
            return new Inclusion(
                    hex(proof.leafHash()),
                    proof.position(),
                    proof.hashes().stream().map(LedgerResource::hex).toList(),
                    Head.of(origin, proof.head()));
        }
    }

    /** The proof that a later tree begins with an earlier one. */
    public record Consistency(long from, long to, String fromRoot, String toRoot, List<String> hashes) {
        static Consistency of(ConsistencyProof proof) {
            return new Consistency(
                    proof.from(),
                    proof.to(),
                    hex(proof.fromRoot()),
                    hex(proof.toRoot()),
                    proof.hashes().stream().map(LedgerResource::hex).toList());
        }
    }

    /** The key that signs heads and promises. */
    public record Key(String origin, String algorithm, String verifierKey, String pem) {}

    /** The newest head. */
    @GET
    @Path("head")
    public Head head() {
        return Head.of(keys.origin(), ledger.head());
    }

    /** The proof for one leaf; not found while it has no position. */
    @GET
    @Path("proof")
    public Inclusion proof(@QueryParam("leaf") @Nullable String leaf) {
        return ledger.proofOf(hash(leaf))
                .map(proof -> Inclusion.of(keys.origin(), proof))
                .orElseThrow(Problem::notFound);
    }

    /** The proof between two sizes. */
    @GET
    @Path("consistency")
    public Consistency consistency(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        return ledger.consistency(size(from), size(to)).map(Consistency::of).orElseThrow(LedgerResource::noSuchSizes);
    }

    /** The public key. */
    @GET
    @Path("key")
    public Key key() {
        return new Key(keys.origin(), "Ed25519", keys.verifierKey(), keys.publicPem());
    }

    private static byte[] hash(@Nullable String leaf) {
        if (leaf == null || leaf.length() != HEX_LENGTH || !leaf.chars().allMatch(HexFormat::isHexDigit)) {
            throw Problem.of(Problem.Kind.INVALID, "leaf-hash-malformed", "A leaf hash has 64 hexadecimal digits.");
        }
        return HexFormat.of().parseHex(leaf);
    }

    private static long size(@Nullable String size) {
        if (size == null || !size.matches("[0-9]{1,18}")) {
            throw noSuchSizes();
        }
        return Long.parseLong(size);
    }

    private static Problem noSuchSizes() {
        return Problem.of(
                Problem.Kind.INVALID,
                "ledger-sizes",
                "Give two sizes of the ledger as from and to, with 1 <= from <= to <= its present size.");
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
