package redress.search;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.lucene.store.AlreadyClosedException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;

/**
 * The index of this node: the generation that answers, and the folders of those before and after it. The file
 * {@code current} names the generation; every other folder is swept away at start, unless something is being built in
 * it: a build that was broken off may stand before or after the one that answers.
 */
@Singleton
class SearchIndex implements Builds<Generation> {

    /** The file that asks for a rebuild; whoever may write into the index folder may ask. */
    static final String REQUEST = "reindex.request";

    private static final System.Logger LOG = System.getLogger(SearchIndex.class.getName());
    private static final String CURRENT = "current";
    private static final String OUTDATED = "outdated";

    private final Path root;
    private final Folders folders;
    private final IndexFiles files;
    private final Consumer<WordsErased> erased;
    private final Words words = new Words();
    private final AtomicReference<Lexicon> lexicon = new AtomicReference<>(new Lexicon());
    private final AtomicReference<@Nullable Generation> current = new AtomicReference<>();

    @Inject
    SearchIndex(@ConfigProperty(name = "redress.data.dir") String data, IndexFiles files, Event<WordsErased> erased) {
        this(Path.of(data, "index"), files, erased::fire);
    }

    SearchIndex(Path root) {
        this(root, IndexFiles.plain());
    }

    SearchIndex(Path root, IndexFiles files) {
        this(root, files, erased -> {});
    }

    SearchIndex(Path root, IndexFiles files, Consumer<WordsErased> erased) {
        this.root = root;
        this.folders = new Folders(root);
        this.files = files;
        this.erased = erased;
    }

    /** The folder of everything that belongs to the index of this node. */
    Path root() {
        return root;
    }

    /** How the files of the index lie on disk. */
    IndexFiles files() {
        return files;
    }

    Words words() {
        return words;
    }

    /** What every document says; a question asks for it once, since it begins anew when something is erased. */
    Lexicon lexicon() {
        return lexicon.get();
    }

    @Override
    public Optional<Generation> open() throws IOException {
        Files.createDirectories(root);
        Optional<Path> folder = folders.noted(CURRENT).flatMap(folders::named);
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        try {
            Generation found = Generation.open(folder.get(), words, files);
            if (found.position() == Generation.UNBUILT) {
                found.close();
                return Optional.empty();
            }
            current.set(found);
            return Optional.of(found);
        } catch (IOException | IllegalArgumentException broken) {
            LOG.log(System.Logger.Level.WARNING, "The search index cannot be read and is built anew.", broken);
            return Optional.empty();
        }
    }

    @Override
    public Generation begin() throws IOException {
        Path folder = folders.begin();
        boolean begun = false;
        try {
            Generation fresh = Generation.open(folder, words, files);
            begun = true;
            return fresh;
        } finally {
            if (!begun) {
                folders.discard(folder);
            }
        }
    }

    @Override
    public void discard(Generation unused) throws IOException {
        try {
            unused.close();
        } finally {
            folders.discard(unused.folder());
        }
    }

    @Override
    public void tidy() throws IOException {
        Generation kept = current.get();
        if (kept != null) {
            folders.sweep(folder -> !folder.equals(kept.folder()));
        }
    }

    @Override
    public void show(Generation unfinished) {
        current.set(unfinished);
    }

    @Override
    public void serve(Generation whole) throws IOException {
        folders.note(CURRENT, whole.folder().getFileName().toString());
        Generation before = current.getAndSet(whole);
        folders.built(whole.folder());
        List<Path> kept = new ArrayList<>(List.of(whole.folder()));
        if (before != null && before != whole) {
            kept.add(before.folder());
            before.close();
        }
        folders.sweep(folder -> !kept.contains(folder));
    }

    @Override
    public void forgetBefore(Generation kept) throws IOException {
        folders.sweep(folder -> !folder.equals(kept.folder()));
        lexicon.set(new Lexicon());
        erased.accept(new WordsErased(kept.position()));
    }

    @Override
    public void condemn() throws IOException {
        folders.forget(CURRENT);
    }

    @Override
    public void clear() throws IOException {
        folders.sweep(folder -> true);
    }

    @Override
    public boolean rebuildAsked() throws IOException {
        return folders.forget(REQUEST);
    }

    @Override
    public void outdate(long position) throws IOException {
        folders.note(OUTDATED, Long.toString(position));
    }

    @Override
    public OptionalLong outdated() throws IOException {
        Optional<String> noted = folders.noted(OUTDATED);
        return noted.isPresent() ? OptionalLong.of(position(noted.get())) : OptionalLong.empty();
    }

    /**
     * What is no number, as a power cut may leave it, says that a build is needed, and any that is begun now will do.
     */
    private static long position(String noted) {
        try {
            return Long.parseLong(noted);
        } catch (NumberFormatException unreadable) {
            return Build.UNBUILT;
        }
    }

    @Override
    public void renewed(long begun) throws IOException {
        OptionalLong position = outdated();
        if (position.isPresent() && position.getAsLong() <= begun) {
            folders.forget(OUTDATED);
        }
    }

    @Override
    public Map<String, Digest> digests() throws IOException {
        try (View view = view(true)) {
            return view.digests();
        }
    }

    @Override
    public Optional<Generation> current() {
        return Optional.ofNullable(current.get());
    }

    /** What can be read now; the caller closes it. */
    View view(boolean withSealed) {
        for (int attempt = 0; attempt < 10; attempt++) {
            Generation now = current.get();
            if (now == null) {
                break;
            }
            try {
                return now.view(withSealed);
            } catch (AlreadyClosedException swapped) {
                LOG.log(System.Logger.Level.DEBUG, "A new generation took over; asking it instead.");
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        throw Problem.of(
                Problem.Kind.UNAVAILABLE,
                "search-starting",
                "The search index is being opened. Try again in a moment.");
    }

    @Override
    public void close() throws IOException {
        Generation last = current.getAndSet(null);
        if (last != null) {
            try {
                last.close();
            } finally {
                // One that was shown before it was whole is not built any further.
                folders.built(last.folder());
            }
        }
    }
}
