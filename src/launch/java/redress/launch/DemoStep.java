package redress.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * One thing done once in the life of a demo's data, after the portal answers: loading the demo country. A step that is
 * done leaves a mark in the instance, so the second start keeps the data and skips it. To add one, put it into
 * {@link #all(String)}.
 *
 * @param name the name of its mark, and what is told when it is done
 * @param work what to do; it may be repeated when it was cut short
 */
record DemoStep(String name, BiConsumer<Stack, Progress> work) {
    /** The steps in the order in which they run; the invented records belong to the demo's own profile only. */
    static List<DemoStep> all(String profile) {
        DemoStep seats =
                new DemoStep("Compartments have their members", (stack, progress) -> Login.seat(stack.database()));
        DemoStep country =
                new DemoStep("The demo country is loaded", (stack, progress) -> DemoRecords.load(stack, progress));
        DemoStep papers = new DemoStep(
                "The demo country has its messages and documents", (stack, progress) -> DemoRecords.send(stack));
        return profile.equals("demo") ? List.of(seats, country, papers) : List.of(seats);
    }

    void run(Stack stack, Progress progress) {
        Path mark = stack.instance().folder().resolve("steps").resolve(name.replace(' ', '-'));
        if (!Files.exists(mark)) {
            work.accept(stack, progress);
            Folders.write(mark, "");
            progress.say(name);
        }
    }
}
