package redress.watch;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database that remembers which statements were prepared on it. */
final class ReadStatements {

    private final List<String> prepared = Collections.synchronizedList(new ArrayList<>());
    private final DataSource dataSource;

    ReadStatements(DataSource database) {
        dataSource = (DataSource) proxy(DataSource.class, database);
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** How many of the statements hold these words. */
    long number(String words) {
        return prepared.stream().filter(sql -> sql.contains(words)).count();
    }

    /** Whether each of the statements that hold these words came before any that holds the others. */
    boolean before(String words, String others) {
        List<String> all = List.copyOf(prepared);
        List<Integer> early = places(all, words);
        List<Integer> late = places(all, others);
        return !early.isEmpty() && !late.isEmpty() && early.getLast() < late.getFirst();
    }

    private static List<Integer> places(List<String> all, String words) {
        return IntStream.range(0, all.size())
                .filter(place -> all.get(place).contains(words))
                .boxed()
                .toList();
    }

    private Object proxy(Class<?> type, Object behind) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> called(behind, method, arguments));
    }

    private @Nullable Object called(Object behind, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments != null && method.getName().equals("prepareStatement")) {
            prepared.add((String) arguments[0]);
        }
        try {
            Object answer = method.invoke(behind, arguments);
            return answer instanceof Connection connection ? proxy(Connection.class, connection) : answer;
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
