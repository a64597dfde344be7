package redress.statistics;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;
import redress.wiring.Repository;

/** The figures as they were released. It has no way to the complaints. */
@Repository
public class Figures {

    private final DataSource dataSource;

    @Inject
    Figures(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The newest release; empty before the first. */
    public Optional<Release> newest() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT id, made_at, threshold FROM figure_release ORDER BY id DESC LIMIT 1");
                ResultSet row = query.executeQuery()) {
            return row.next()
                    ? Optional.of(new Release(
                            row.getLong(1),
                            row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                            row.getInt(3)))
                    : Optional.empty();
        } catch (SQLException e) {
            throw unavailable();
        }
    }

    /** The services of a release with their names, those with most complaints shown first. */
    public Map<String, String> institutions(Release release) {
        Map<String, String> names = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT f.institution_code,"
                        + " COALESCE(MAX(n.name), '-') FROM figure_cell f LEFT JOIN institution n"
                        + " ON n.code = f.institution_code WHERE f.release_id = ? AND f.figure = 'COMPLAINTS'"
                        + " GROUP BY f.institution_code ORDER BY SUM(COALESCE(f.shown, 0)) DESC, 1")) {
            query.setLong(1, release.id());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    names.put(rows.getString(1), rows.getString(2));
                }
            }
            return names;
        } catch (SQLException e) {
            throw unavailable();
        }
    }

    /** The cells of a release, of one service or of all, ordered by table, service, year and name. */
    public List<Cell> cells(Release release, @Nullable String institution) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT figure, institution_code, year, cell,"
                        + " shown FROM figure_cell WHERE release_id = ? AND (? IS NULL OR institution_code = ?)"
                        + " ORDER BY figure, institution_code, year, cell")) {
            query.setLong(1, release.id());
            query.setString(2, institution);
            query.setString(3, institution);
            List<Cell> cells = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    cells.add(new Cell(
                            Figure.valueOf(rows.getString(1)),
                            rows.getString(2),
                            rows.getInt(3),
                            rows.getString(4),
                            rows.getObject(5, Integer.class)));
                }
            }
            return cells;
        } catch (SQLException e) {
            throw unavailable();
        }
    }

    static Problem unavailable() {
        return Problem.of(Problem.Kind.UNAVAILABLE, "database-unavailable", "The database does not answer.");
    }
}
