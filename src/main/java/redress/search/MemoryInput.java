package redress.search;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;
import org.apache.lucene.util.GroupVIntUtil;

/** Reads an opened file that lies in memory as a whole. Only the one that was opened first gives the memory back. */
final class MemoryInput extends IndexInput implements RandomAccessInput {

    private static final Closeable NOTHING = () -> {};

    private final Closeable memory;
    private final int length;
    private ByteBuffer buffer;

    MemoryInput(String description, ByteBuffer bytes, Closeable memory) {
        super(description);
        this.buffer = bytes.order(ByteOrder.LITTLE_ENDIAN);
        this.length = bytes.capacity();
        this.memory = memory;
    }

    @Override
    public void close() throws IOException {
        memory.close();
    }

    /** As {@link #seek}, for what has just been made of another one. */
    MemoryInput at(long position) {
        buffer.position((int) position);
        return this;
    }

    @Override
    public long getFilePointer() {
        return buffer.position();
    }

    @Override
    public void seek(long position) throws IOException {
        if (position < 0 || position > length) {
            throw new EOFException("seek past the end: " + position + " in " + this);
        }
        buffer.position((int) position);
    }

    @Override
    public void skipBytes(long bytes) throws IOException {
        if (bytes < 0) {
            throw new IllegalArgumentException("numBytes must be >= 0, got " + bytes);
        }
        seek(getFilePointer() + bytes);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public MemoryInput clone() {
        return new MemoryInput(toString(), buffer.duplicate(), NOTHING).at(buffer.position());
    }

    @Override
    public MemoryInput slice(String description, long offset, long size) {
        if (offset < 0 || size < 0 || offset > length - size) {
            throw new IllegalArgumentException("slice " + description + " is out of bounds: " + this);
        }
        return new MemoryInput(getFullSliceDescription(description), buffer.slice((int) offset, (int) size), NOTHING);
    }

    @Override
    public RandomAccessInput randomAccessSlice(long offset, long size) {
        return slice("random access", offset, size);
    }

    @Override
    public byte readByte() throws IOException {
        try {
            return buffer.get();
        } catch (BufferUnderflowException | IllegalStateException past) {
            throw failure(past);
        }
    }

    @Override
    public void readBytes(byte[] bytes, int offset, int count) throws IOException {
        try {
            buffer.get(bytes, offset, count);
        } catch (BufferUnderflowException | IllegalStateException past) {
            throw failure(past);
        }
    }

    @Override
    public short readShort() throws IOException {
        try {
            return buffer.getShort();
        } catch (BufferUnderflowException | IllegalStateException past) {
            throw failure(past);
        }
    }

    @Override
    public int readInt() throws IOException {
        try {
            return buffer.getInt();
        } catch (BufferUnderflowException | IllegalStateException past) {
            throw failure(past);
        }
    }

    @Override
    public long readLong() throws IOException {
        try {
            return buffer.getLong();
        } catch (BufferUnderflowException | IllegalStateException past) {
            throw failure(past);
        }
    }

    @Override
    public void readInts(int[] values, int offset, int count) throws IOException {
        try {
            buffer.asIntBuffer().get(values, offset, count);
            buffer.position(buffer.position() + count * Integer.BYTES);
        } catch (BufferUnderflowException | IllegalStateException past) {
            throw failure(past);
        }
    }

    @Override
    public void readFloats(float[] values, int offset, int count) throws IOException {
        try {
            buffer.asFloatBuffer().get(values, offset, count);
            buffer.position(buffer.position() + count * Float.BYTES);
        } catch (BufferUnderflowException | IllegalStateException past) {
            throw failure(past);
        }
    }

    @Override
    public void readLongs(long[] values, int offset, int count) throws IOException {
        try {
            buffer.asLongBuffer().get(values, offset, count);
            buffer.position(buffer.position() + count * Long.BYTES);
        } catch (BufferUnderflowException | IllegalStateException past) {
            throw failure(past);
        }
    }

    @Override
    public void readGroupVInt(int[] values, int offset) throws IOException {
        int at = buffer.position();
        int read = GroupVIntUtil.readGroupVInt(
                this, (long) length - at, place -> buffer.getInt((int) place), at, values, offset);
        buffer.position(at + read);
    }

    @Override
    public byte readByte(long position) throws IOException {
        return buffer.get(index(position, Byte.BYTES));
    }

    @Override
    public void readBytes(long position, byte[] bytes, int offset, int count) throws IOException {
        buffer.get(index(position, count), bytes, offset, count);
    }

    @Override
    public short readShort(long position) throws IOException {
        return buffer.getShort(index(position, Short.BYTES));
    }

    @Override
    public int readInt(long position) throws IOException {
        return buffer.getInt(index(position, Integer.BYTES));
    }

    @Override
    public long readLong(long position) throws IOException {
        return buffer.getLong(index(position, Long.BYTES));
    }

    @Override
    public Optional<Boolean> isLoaded() {
        return Optional.of(true);
    }

    private int index(long position, int count) throws EOFException {
        if (position < 0 || position > length - count) {
            throw new EOFException("read past the end: " + position + " in " + this);
        }
        return (int) position;
    }

    private IOException failure(RuntimeException cause) {
        if (cause instanceof BufferUnderflowException) {
            return new EOFException("read past the end: " + this);
        }
        throw new AlreadyClosedException("already closed: " + this, cause);
    }
}
