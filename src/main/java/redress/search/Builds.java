package redress.search;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where the builds of an index lie in some engine: the one that answers, and those before and after it. The follower
 * keeps an index in step through this and knows no engine.
 */
interface Builds<B extends Build> {

    /** The build that answers now, if the index has been opened. */
    Optional<B> current();

    /**
     * Opens the build that was last in use. Empty when there is none, or when it cannot be read or was written by other
     * words: then one has to be built.
     */
    Optional<B> open() throws IOException;

    /** An empty build in a place of its own; nobody reads it before {@link #serve}. */
    B begin() throws IOException;

    /** Closes and deletes a build that nobody reads: it was begun in vain. */
    void discard(B unused) throws IOException;

    /**
     * Deletes here whatever is not the build that answers: nobody would ever take out of a build that was broken off
     * what is erased. One that is being built stays.
     */
    void tidy() throws IOException;

    /** Answers from this build from now on, though it is not whole yet: better some than none. */
    void show(B unfinished) throws IOException;

    /**
     * Answers from this build from now on, also after a start. The one before is kept; older ones are deleted, and one
     * that is being built stays.
     */
    void serve(B whole) throws IOException;

    /**
     * Deletes every other build that has answered, and lets go of whatever words are kept beside the builds; one that
     * is being built stays, because it takes by itself what is erased since it was begun.
     */
    void forgetBefore(B kept) throws IOException;

    /** Never opens the present build again: the next start builds a new one. */
    void condemn() throws IOException;

    /** Lets go of every build that is here for this index alone, but not of one that is being built. */
    void clear() throws IOException;

    /** Whether somebody has asked for a rebuild since this was last called. */
    boolean rebuildAsked() throws IOException;

    /**
     * Remembers, also for the next start once the build that answers is committed, that at this position something was
     * changed that many complaints share: a build that was begun before says of it what was.
     */
    void outdate(long position) throws IOException;

    /** The position up to which a build has to be begun anew; empty where none has to. */
    OptionalLong outdated() throws IOException;

    /** A build that was begun at this position answers now. */
    void renewed(long begun) throws IOException;

    /** The digest of what the build that answers holds, for each compartment of which there is anything. */
    Map<String, Digest> digests() throws IOException;

    void close() throws IOException;
}
