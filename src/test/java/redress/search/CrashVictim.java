package redress.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** A process that follows a ledger into an index until it is killed, with commits and rebuilds in between. */
final class CrashVictim {

    private CrashVictim() {}

    /** Folder, plain or sealed, seed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        Random random = new Random(Long.parseLong(arguments[2]));
        CrashLedger ledger = new CrashLedger(folder.resolve("ledger"));
        SearchIndex index = new SearchIndex(folder.resolve("index"), files(folder, arguments[1].equals("sealed")));
        Follower<Generation> follower = new Follower<>(index, new Feed(ledger.source()));
        follower.start();
        System.out.println("following");
        while (true) {
            ledger.grow(1 + random.nextInt(40));
            follower.ring();
            follower.turn();
            if (random.nextInt(6) == 0) {
                index.current().orElseThrow().commit();
            }
            if (random.nextInt(25) == 0) {
                follower.rebuild();
            }
            System.out.println("turned");
        }
    }

    static IndexFiles files(Path folder, boolean sealed) {
        return sealed
                ? new IndexFiles(
                        true,
                        folder.resolve("open.key").toString(),
                        folder.resolve("sealed.key").toString(),
                        64)
                : IndexFiles.plain();
    }
}
