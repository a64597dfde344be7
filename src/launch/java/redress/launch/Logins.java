package redress.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The people of the demo who may open the desk. */
public final class Logins {
    private Logins() {}

    /** One line a person: login, password, role, what that role does. */
    public static List<String> lines(Path file) {
        Object read = new Load(LoadSettings.builder().build()).loadFromString(Folders.read(file));
        List<String> lines = new ArrayList<>();
        if (read instanceof List<?> people) {
            for (Object person : people) {
                if (person instanceof Map<?, ?> p) {
                    lines.add(String.format(
                            Locale.ROOT,
                            "%-9s %-14s %-15s %s",
                            p.get("login"),
                            p.get("password"),
                            p.get("role"),
                            p.get("does")));
                }
            }
        }
        return lines;
    }
}
