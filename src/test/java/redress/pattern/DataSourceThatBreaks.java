package redress.pattern;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A database that cannot be reached for a while. */
final class DataSourceThatBreaks extends MysqlDataSource {

    private static final long serialVersionUID = 1;

    private final transient DataSource whole;
    private final AtomicBoolean broken;

    DataSourceThatBreaks(DataSource whole, AtomicBoolean broken) {
        this.whole = whole;
        this.broken = broken;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (broken.get()) {
            throw new SQLException("out of reach", "08S01");
        }
        return whole.getConnection();
    }
}
