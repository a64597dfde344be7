package redress.likeness;

import java.util.List;
import java.util.function.Supplier;

/** At which level a factor stands for a pair. What it was seen by is put into words only if somebody will read it. */
record Seen(Factor factor, int level, Supplier<List<String>> evidence) {}
