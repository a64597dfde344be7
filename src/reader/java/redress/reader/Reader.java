package redress.reader;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads documents one at a time from standard input and answers each on standard output, until the input ends. A
 * question is the media type (modified UTF-8 with its length), the length of the content in four bytes and the content;
 * an answer is the verdict's name, the length of the text in four bytes and the text in UTF-8. Whatever a document does
 * to this process, it does to no other: the portal ends it when it takes too long.
 */
public final class Reader {

    private Reader() {}

    /** Serves until the portal closes the input. */
    public static void main(String[] arguments) throws IOException {
        DataOutputStream answers =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // What a library prints must not stand among the answers.
        System.setOut(System.err);
        serve(new DataInputStream(System.in), answers, Extraction.ready());
    }

    private static void serve(DataInputStream questions, DataOutputStream answers, Extraction extraction)
            throws IOException {
        while (true) {
            String type;
            try {
                type = questions.readUTF();
            } catch (EOFException ended) {
                return;
            }
            byte[] content = new byte[questions.readInt()];
            questions.readFully(content);
            Answer answer = extraction.read(type, content);
            byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
            answers.writeUTF(answer.verdict().name());
            answers.writeInt(text.length);
            answers.write(text);
            answers.flush();
        }
    }
}
