package redress.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redress.access.Actor;
import redress.complaint.Stage;
import redress.web.Page;

/**
 * The queue as a page.
 *
 * @param filter what is looked at
 * @param rows the complaints, most urgent first
 * @param total how many the filter shows in all
 * @param counts how many each queue holds
 * @param names actor id to name
 * @param next whether there is a further page
 * @param who who is signed in
 */
public record QueuePage(
        QueueFilter filter,
        List<QueueRow> rows,
        long total,
        Map<QueueFilter.Queue, Long> counts,
        Map<String, String> names,
        boolean next,
        String who)
        implements Page {

    static QueuePage of(QueueFilter filter, Desk.Seen seen, Actor actor) {
        boolean next = seen.rows().size() > QueueList.PAGE;
        return new QueuePage(
                filter,
                next ? seen.rows().subList(0, QueueList.PAGE) : seen.rows(),
                seen.total(),
                seen.counts(),
                seen.names(),
                next,
                actor.displayName());
    }

    /** The address of the same list with another queue. */
    public String url(QueueFilter.Queue queue) {
        return url(queue, null, 1, "", 1);
    }

    /** The address of the same list with another stage, or with any. */
    public String withStage(@Nullable Stage stage) {
        return url(filter.queue(), stage, filter.severity(), filter.text(), 1);
    }

    /** The address of the same list from another severity upwards. */
    public String withSeverity(int severity) {
        return url(filter.queue(), filter.stage(), severity, filter.text(), 1);
    }

    /** The address of the same list without the text. */
    public String withoutText() {
        return url(filter.queue(), filter.stage(), filter.severity(), "", 1);
    }

    /** The address of another page of the same list. */
    public String withPage(int page) {
        return url(filter.queue(), filter.stage(), filter.severity(), filter.text(), page);
    }

    private static String url(QueueFilter.Queue queue, @Nullable Stage stage, int severity, String text, int page) {
        StringBuilder url = new StringBuilder("/desk?queue=").append(queue.word());
        if (stage != null) {
            url.append("&stage=").append(stage.name());
        }
        if (severity > 1) {
            url.append("&severity=").append(severity);
        }
        if (!text.isEmpty()) {
            url.append("&text=").append(URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
        if (page > 1) {
            url.append("&page=").append(page);
        }
        return url.toString();
    }

    /** Whose hands a row is in, by name where known. */
    public String holder(QueueRow row) {
        String assignee = row.assignee();
        return assignee == null ? "" : names.getOrDefault(assignee, assignee);
    }
}
