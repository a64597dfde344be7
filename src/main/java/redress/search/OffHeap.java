package redress.search;

import java.io.Closeable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Memory outside of the heap for what is open, at most so much at a time. It is given back at once when a block is
 * closed, not when the collector finds it; whoever reads a block after that gets an exception, not foreign bytes (JEP
 * 454).
 */
final class OffHeap {

    // Java 21, for which we compile, has these three as a preview and so does not let a class name them.
    private static final Method SHARED = method("java.lang.foreign.Arena", "ofShared");
    private static final Method ALLOCATE =
            method("java.lang.foreign.SegmentAllocator", "allocate", long.class, long.class);
    private static final Method BUFFER = method("java.lang.foreign.MemorySegment", "asByteBuffer");
    private static final Method CLOSE = method("java.lang.foreign.Arena", "close");
    private static final long ALIGNMENT = 64;

    private final long most;
    private final AtomicLong used = new AtomicLong();
    private final Set<Wish> wishes = new LinkedHashSet<>();
    private boolean granting;

    /** @param most how many bytes may be taken at a time */
    OffHeap(long most) {
        this.most = most;
    }

    /** A block for which there was no room. */
    interface Wish {

        /** How large the block is to be, in bytes. */
        int bytes();

        /** Takes the block, and closes it where it is no longer wanted; throws nothing. */
        void granted(Block block);
    }

    /** How many bytes are taken now. */
    long used() {
        return used.get();
    }

    /** A block of so many bytes, little-endian; empty when there is no room for it. */
    Optional<Block> take(int bytes) {
        if (!reserve(bytes)) {
            return Optional.empty();
        }
        Object arena = call(SHARED, null);
        ByteBuffer buffer = arena == null ? null : allocate(arena, bytes);
        if (arena == null || buffer == null) {
            used.addAndGet(-bytes);
            return Optional.empty();
        }
        return Optional.of(new Block(arena, buffer));
    }

    /** Grants the wish once others have given back enough, on a thread of its own, unless it is withdrawn before. */
    void wish(Wish wish) {
        synchronized (wishes) {
            wishes.add(wish);
        }
        grant();
    }

    /** A wish that was granted or withdrawn before is none: that changes nothing. */
    void withdraw(Wish wish) {
        synchronized (wishes) {
            wishes.remove(wish);
        }
    }

    private void grant() {
        synchronized (wishes) {
            if (!granting && wishes.stream().anyMatch(this::fits)) {
                granting = true;
                Thread.ofPlatform().daemon().name("redress-index-room").start(this::grantAll);
            }
        }
    }

    private void grantAll() {
        boolean goesOn = true;
        while (goesOn) {
            Optional<Wish> next = next();
            goesOn = next.isPresent() && granted(next.get());
        }
    }

    /** The first wish for which there is room; where there is none, the next block that is given back begins anew. */
    private Optional<Wish> next() {
        synchronized (wishes) {
            Optional<Wish> next = wishes.stream().filter(this::fits).findFirst();
            granting = next.isPresent();
            next.ifPresent(wishes::remove);
            return next;
        }
    }

    /**
     * What is not there after all, since somebody else was faster or the machine has none left, is wished for again.
     */
    private boolean granted(Wish wish) {
        Optional<Block> block = take(wish.bytes());
        boolean goesOn = false;
        try {
            block.ifPresent(wish::granted);
            goesOn = block.isPresent();
        } finally {
            if (!goesOn) {
                again(block.isPresent() ? Set.of() : Set.of(wish));
            }
        }
        return goesOn;
    }

    /** The next block that is given back begins anew, with these among the wishes. */
    private void again(Set<Wish> left) {
        synchronized (wishes) {
            wishes.addAll(left);
            granting = false;
        }
    }

    private boolean fits(Wish wish) {
        return used.get() + wish.bytes() <= most;
    }

    private boolean reserve(int bytes) {
        boolean room = used.addAndGet(bytes) <= most;
        if (!room) {
            used.addAndGet(-bytes);
        }
        return room;
    }

    private void giveBack(int bytes) {
        used.addAndGet(-bytes);
        grant();
    }

    private static @Nullable ByteBuffer allocate(Object arena, int bytes) {
        Object segment = call(ALLOCATE, arena, (long) bytes, ALIGNMENT);
        if (segment == null) {
            call(CLOSE, arena);
            return null;
        }
        return (ByteBuffer) call(BUFFER, segment);
    }

    /** Null where the machine has no memory left: the caller then does without. */
    private static @Nullable Object call(Method method, @Nullable Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof OutOfMemoryError) {
                return null;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }

    private static Method method(String type, String name, Class<?>... parameters) {
        try {
            return Class.forName(type).getMethod(name, parameters);
        } catch (ReflectiveOperationException older) {
            throw new IllegalStateException("Java 21 or newer has " + type, older);
        }
    }

    /** Memory that belongs to one opened file. */
    final class Block implements Closeable {

        private final Object arena;
        private final ByteBuffer bytes;
        private boolean closed;

        private Block(Object arena, ByteBuffer bytes) {
            this.arena = arena;
            this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
        }

        ByteBuffer bytes() {
            return bytes;
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                call(CLOSE, arena);
                giveBack(bytes.capacity());
            }
        }
    }
}
