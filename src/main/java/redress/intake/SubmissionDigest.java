package redress.intake;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.complaint.Incident;
import redress.complaint.Story;
import redress.complaint.Subject;

/**
 * The SHA-256 of what was sent. Each part goes in with its length before it, so that no two submissions have the same
 * bytes. The ledger commits to it; whoever holds the submission can show later that not a letter was changed.
 */
final class SubmissionDigest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private final DataOutputStream out = new DataOutputStream(bytes);

    private SubmissionDigest() {}

    static byte[] of(Submission submission) {
        SubmissionDigest made = new SubmissionDigest();
        made.add("redress-submission/1");
        made.add(submission.language());
        made.add(submission.story());
        made.add(submission.when(), submission.where());
        made.add(submission.categories());
        for (Subject.Described subject : submission.subjects()) {
            made.add(subject.name(), subject.badge(), subject.looks());
        }
        made.add(
                submission.harm().whom().map(Enum::name).orElse(null),
                submission.harm().injury().map(Enum::name).orElse(null));
        Submission.Contact contact = submission.contact();
        made.add(contact.identity().name(), contact.identity().address(), contact.way(), contact.interpreter());
        made.add(String.valueOf(submission.publishConsent()));
        return made.digest();
    }

    private byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK lacks SHA-256", e);
        }
    }

    private void add(Story story) {
        add(
                story.narrative(),
                story.evidence().orElse(null),
                story.witnesses().orElse(null),
                story.elsewhere().orElse(null),
                story.wanted().orElse(null));
    }

    private void add(Incident.When when, Incident.Where where) {
        add(text(when.on()), when.precision().name(), when.words(), text(when.hour()));
        add(where.code(), where.words(), where.institution());
    }

    private void add(List<String> parts) {
        add(String.valueOf(parts.size()));
        parts.forEach(this::add);
    }

    private void add(@Nullable String... parts) {
        try {
            for (String part : parts) {
                byte[] text = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
                out.writeInt(part == null ? -1 : text.length);
                out.write(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
