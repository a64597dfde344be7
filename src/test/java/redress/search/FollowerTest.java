package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redress.access.Sight;

@Timeout(60)
class FollowerTest {

    @TempDir
    Path folder;

    private static void catchUp(Follower<Generation> follower) throws IOException, InterruptedException {
        while (follower.lag() > 0) {
            follower.turn();
        }
    }

    private static Digest digest(SearchIndex index) throws IOException {
        try (View view = index.view(true)) {
            return view.digest();
        }
    }

    private static void agrees(SearchIndex index, Office office) throws IOException {
        assertThat(digest(index).text()).isEqualTo(office.digest().text());
        assertThat(digest(index).count()).isEqualTo(office.complaints.size());
    }

    @Test
    void builds_the_index_where_there_is_none_and_follows_from_there() throws IOException, InterruptedException {
        Office office = new Office();
        office.load(1, 0, 1_000);
        office.receive(5_000, 1, Sight.OPEN);
        SearchIndex index = new SearchIndex(folder);
        Follower<Generation> follower = new Follower<>(index, new Feed(office.source()));
        follower.start();
        agrees(index, office);

        office.receive(5_000, 2, Sight.OPEN);
        office.receive(5_001, 1, "sealed-1");
        office.load(2, 900, 1_800);
        office.erase(17);
        assertThat(follower.lag()).isEqualTo(4);
        catchUp(follower);
        agrees(index, office);
        index.close();
    }

    @Test
    void after_a_kill_what_was_not_committed_is_read_again_and_what_was_is_not()
            throws IOException, InterruptedException {
        Office office = new Office();
        office.load(1, 0, 2_000);
        SearchIndex index = new SearchIndex(folder);
        Follower<Generation> follower = new Follower<>(index, new Feed(office.source()));
        follower.start();
        for (long id = 3_000; id < 3_050; id++) {
            office.receive(id, 1, id % 5 == 0 ? "sealed-1" : Sight.OPEN);
        }
        catchUp(follower);
        agrees(index, office);
        // A rollback leaves on disk exactly what a killed process leaves: the last commit.
        index.close();
        office.receive(3_000, 2, Sight.OPEN);
        int before = office.reads.get();

        SearchIndex again = new SearchIndex(folder);
        Follower<Generation> next = new Follower<>(again, new Feed(office.source()));
        next.start();
        assertThat(next.lag()).isEqualTo(51);
        catchUp(next);
        agrees(again, office);
        assertThat(office.reads.get() - before).isLessThanOrEqualTo(51);
        again.close();
    }

    @Test
    void a_complaint_that_is_sealed_later_leaves_the_open_index() throws IOException, InterruptedException {
        Office office = new Office();
        office.receive(1, 1, Sight.OPEN);
        SearchIndex index = new SearchIndex(folder);
        Follower<Generation> follower = new Follower<>(index, new Feed(office.source()));
        follower.start();
        office.receive(1, 2, "sealed-1");
        catchUp(follower);
        try (View open = index.view(false)) {
            assertThat(open.digest().count()).isZero();
        }
        agrees(index, office);
        index.close();
    }

    @Test
    void the_digest_differs_when_one_version_or_one_record_does() {
        Digest one = new Digest();
        one.add(1, 1, 0);
        one.add(2, 1, 0);
        Digest turned = new Digest();
        turned.add(2, 1, 0);
        turned.add(1, 1, 0);
        Digest other = new Digest();
        other.add(1, 1, 0);
        other.add(2, 2, 0);
        Digest swapped = new Digest();
        swapped.add(1, 2, 0);
        swapped.add(2, 1, 0);
        assertThat(one.text()).isEqualTo(turned.text()).isNotEqualTo(other.text());
        assertThat(other.text()).isNotEqualTo(swapped.text());
        Digest written = new Digest();
        written.add(1, 1, 0);
        written.add(2, 1, 77);
        assertThat(written.text()).isNotEqualTo(one.text());
    }

    @Test
    void a_rebuild_takes_over_while_searches_go_on_and_new_complaints_come_in() throws Exception {
        Office office = new Office();
        office.load(1, 0, 3_000);
        SearchIndex index = new SearchIndex(folder);
        Follower<Generation> follower = new Follower<>(index, new Feed(office.source()));
        follower.start();
        Path before = index.current().orElseThrow().folder();
        Files.writeString(folder.resolve(SearchIndex.REQUEST), "");
        Reading reading = new Reading(index, new Columns());
        long id = 10_000;
        while (index.current().orElseThrow().folder().equals(before) || follower.rebuilding()) {
            office.receive(id++, 1, Sight.OPEN);
            follower.turn();
            assertThat(reading.answer(SearchQuery.of(""), SheetExamples.OPEN_ONLY)
                            .count())
                    .isGreaterThanOrEqualTo(3_000);
        }
        catchUp(follower);
        agrees(index, office);
        assertThat(folder.resolve(SearchIndex.REQUEST)).doesNotExist();
        assertThat(before).exists();
        index.close();
        SearchIndex again = new SearchIndex(folder);
        assertThat(again.open()).isPresent();
        assertThat(again.current().orElseThrow().folder()).isNotEqualTo(before);
        again.close();
    }

    @Test
    void an_import_of_postings_or_units_has_everything_read_anew_also_after_a_kill() throws Exception {
        Office office = new Office();
        office.importOthers(1);
        office.load(2, 0, 500);
        SearchIndex index = new SearchIndex(folder);
        Follower<Generation> follower = new Follower<>(index, new Feed(office.source()));
        follower.start();
        Path before = index.current().orElseThrow().folder();
        catchUp(follower);
        follower.turn();
        assertThat(follower.rebuilding()).as("what a first build reads is new").isFalse();

        office.importOthers(3);
        int renewed = office.renewed.get();
        int reads = office.reads.get();
        Path second = untilAnother(follower, index, before);
        assertThat(office.reads.get() - reads).isEqualTo(500);
        assertThat(office.renewed.get()).isGreaterThan(renewed);
        agrees(index, office);
        follower.turn();
        assertThat(follower.rebuilding()).as("once is enough").isFalse();

        // What a kill leaves after the step was taken and kept, and before anything was built.
        Generation killed = index.current().orElseThrow();
        office.importOthers(4);
        new Feed(office.source()).follow(killed);
        index.outdate(killed.position());
        killed.commit();
        index.close();
        SearchIndex again = new SearchIndex(folder);
        Follower<Generation> next = new Follower<>(again, new Feed(office.source()));
        next.start();
        untilAnother(next, again, second);
        agrees(again, office);
        assertThat(again.outdated()).isEmpty();
        again.close();
    }

    private static Path untilAnother(Follower<Generation> follower, SearchIndex index, Path before) throws Exception {
        while (index.current().orElseThrow().folder().equals(before) || follower.rebuilding()) {
            follower.turn();
        }
        return index.current().orElseThrow().folder();
    }

    @Test
    void an_index_that_cannot_be_read_is_built_anew() throws IOException, InterruptedException {
        Office office = new Office();
        office.load(1, 0, 100);
        SearchIndex index = new SearchIndex(folder);
        new Follower<>(index, new Feed(office.source())).start();
        Path open = index.current().orElseThrow().folder().resolve("open");
        index.close();
        try (var files = Files.list(open)) {
            for (Path file : files.filter(f -> !f.endsWith("write.lock")).toList()) {
                Files.writeString(file, "broken");
            }
        }
        SearchIndex again = new SearchIndex(folder);
        new Follower<>(again, new Feed(office.source())).start();
        agrees(again, office);
        again.close();
    }
}
