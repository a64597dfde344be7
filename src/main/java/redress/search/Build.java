package redress.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;

/**
 * One full build of an index in some engine, as its follower sees it: complaints go in, and it knows the ledger
 * position up to which it is complete. Only one thread writes to it; any number reads.
 */
interface Build extends Closeable {

    /** The position of a build that is not whole yet. An empty ledger has position -1. */
    long UNBUILT = -2;

    /** The last ledger position that is in the documents, or {@link #UNBUILT}. */
    long position();

    /** Everything up to this position has been put. */
    void reached(long position);

    /**
     * The mark of the country's lists by which its documents were made ({@link Source#lists}); empty where it is not
     * known.
     */
    String lists();

    /** From the first document on it is made by the lists with this mark; kept with the next commit. */
    void madeBy(String lists);

    /** Replaces the asked complaints by what was read of them; those that were not found any more are taken out. */
    void replace(Collection<Long> asked, Collection<ComplaintSheet> found) throws IOException;

    /** Takes out for good what stands of a complaint now; what is left of the complaint is put in again afterwards. */
    void erase(long id) throws IOException;

    /**
     * Whether, since it was last asked, a complaint was told to be gone: then it must not be in an earlier build
     * either.
     */
    boolean erasing();

    /** Whether words of erased complaints, or of such that are sealed now, may still stand in the files. */
    boolean stained();

    /**
     * Writes anew what holds such words, or as much of it as can be now: while it is stained this is to be repeated.
     */
    void expunge() throws IOException;

    /** Lets later questions see everything that was put until now. */
    void refresh() throws IOException;

    /**
     * Makes durable beforehand what can be, so that the next {@link #commit} has less to wait for; it changes nothing
     * else. The one method beside those that read which another thread than the writer's may call, though not while the
     * writer commits or closes.
     */
    default void settle() throws IOException {
        // A build on other machines has no disk here to wait for.
    }

    /** Makes what was put so far durable, together with the position. */
    void commit() throws IOException;
}
