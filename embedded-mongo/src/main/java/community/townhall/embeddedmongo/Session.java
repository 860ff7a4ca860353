/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** A connection to the data file and the statements it has prepared. Of one thread at a time. */
final class Session implements AutoCloseable {

    private static final int MOST_STATEMENTS = 120;
    private static final int PATIENCE_MILLIS = 30_000;

    /** Reads a row of an answer. */
    interface Row<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final Function<SQLException, RuntimeException> failed;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(16, 0.75f, true);
    private long changes;

    private Session(Connection connection, Function<SQLException, RuntimeException> failed) {
        this.connection = connection;
        this.failed = failed;
    }

    /**
     * @param cacheKilobytes how much of the file it keeps in memory
     * @param forced whether checkpoints are forced to the disk; commits are not, see {@link Log}
     * @param failed told of every failure; none is expected, so that none is survived
     */
    static Session open(Path file, int cacheKilobytes, boolean forced, Function<SQLException, RuntimeException> failed)
            throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(forced ? SQLiteConfig.SynchronousMode.NORMAL : SQLiteConfig.SynchronousMode.OFF);
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.setCacheSize(-cacheKilobytes);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setGetGeneratedKeys(false); // nobody asks, and each insert would be followed by a query for them
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        Session session = new Session(connection, failed);
        session.execute("pragma wal_autocheckpoint = 0");
        return session;
    }

    void execute(String sql) {
        try {
            prepared(sql).execute();
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /** @return how many rows it changed */
    int update(String sql, Object... values) {
        try {
            PreparedStatement statement = filled(sql, values);
            int changed = statement.executeUpdate();
            changes += changed;
            return changed;
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    <T extends @Nullable Object> List<T> list(Row<T> reader, String sql, Object... values) {
        try (ResultSet rows = filled(sql, values).executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    <T> @Nullable T first(Row<T> reader, String sql, Object... values) {
        try (ResultSet rows = filled(sql, values).executeQuery()) {
            return rows.next() ? reader.read(rows) : null;
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    private RuntimeException failure(String sql, SQLException e) {
        forget(sql);
        return failed.apply(e);
    }

    /** The driver closes a statement that has failed: kept, it would fail whoever is next to ask the same. */
    private void forget(String sql) {
        PreparedStatement forgotten = statements.remove(sql);
        try {
            if (forgotten != null) {
                forgotten.close();
            }
        } catch (SQLException e) {
            System.getLogger(Session.class.getName()).log(System.Logger.Level.DEBUG, "It had failed", e);
        }
    }

    long number(String sql, Object... values) {
        Long number = first(row -> row.getLong(1), sql, values);
        return number == null ? 0 : number;
    }

    /** How many rows all updates have changed. */
    long changes() {
        return changes;
    }

    private PreparedStatement filled(String sql, Object[] values) throws SQLException {
        PreparedStatement statement = prepared(sql);
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case Integer number -> statement.setInt(i + 1, number);
                case Long number -> statement.setLong(i + 1, number);
                case String text -> statement.setString(i + 1, text);
                default -> throw new IllegalArgumentException("No value of a statement: " + values[i]);
            }
        }
        return statement;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            if (statements.size() == MOST_STATEMENTS) {
                forget(statements.keySet().iterator().next());
            }
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    /** Closes what has failed: that it may fail again says nothing new. */
    void abandon() {
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(Session.class.getName()).log(System.Logger.Level.DEBUG, "Not closed", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed.apply(e);
        }
    }
}
