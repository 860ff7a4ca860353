/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a collection in the {@link Store}, by the key of their id. A row has a number that grows, so that their
 * natural order is the one they came in, and a checksum, so that what is read is what was written.
 */
final class DocumentTable {

    private static final int FIRST_BATCH = 32;
    private static final int NEXT_BATCH = 256;

    /** A document, and where it stands in the natural order. */
    record Row(long number, Key id, byte[] document) {}

    private final Store store;
    private final long table;
    private volatile boolean gone;

    DocumentTable(Store store, long table) {
        this.store = store;
        this.table = table;
    }

    static String definition(long table) {
        return "create table d%1$d (n integer primary key, k blob not null unique, c integer not null, v blob not null)"
                .formatted(table);
    }

    /** @throws TableGone when it was dropped, beside which nothing reads or writes */
    private String sql(String sql) {
        if (gone) {
            throw new TableGone();
        }
        return sql.replace("#", "d" + table);
    }

    long table() {
        return table;
    }

    /** Needs {@link Store#exclusively}. */
    void drop() {
        store.drop("d" + table, table);
        gone = true;
    }

    byte @Nullable [] get(Key id) {
        Row row = store.session().first(this::row, sql("select n, k, c, v from # where k = ?"), (Object) id.bytes());
        return row == null ? null : row.document();
    }

    boolean contains(Key id) {
        return store.session().number(sql("select count(*) from # where k = ?"), (Object) id.bytes()) > 0;
    }

    void put(Key id, byte[] document) {
        store.changing()
                .update(
                        sql("insert into # (k, c, v) values (?, ?, ?)"
                                + " on conflict (k) do update set c = excluded.c, v = excluded.v"),
                        id.bytes(),
                        Checksum.of(id.bytes(), document),
                        document);
    }

    boolean remove(Key id) {
        return store.changing().update(sql("delete from # where k = ?"), (Object) id.bytes()) > 0;
    }

    long count() {
        return store.session().number(sql("select count(*) from #"));
    }

    long bytes() {
        return store.session().number(sql("select coalesce(sum(length(v)), 0) from #"));
    }

    /** Those that follow in the natural order, at most that many. */
    List<Row> after(long number, int most) {
        return store.session()
                .list(this::row, sql("select n, k, c, v from # where n > ? order by n limit ?"), number, most);
    }

    /** All in their natural order, read as they are asked for. */
    Stream<Row> all(boolean backwards) {
        return backwards
                ? batches((last, most) -> store.session()
                        .list(
                                this::row,
                                sql("select n, k, c, v from # where n < ? order by n desc limit ?"),
                                last == null ? Long.MAX_VALUE : last.number(),
                                most))
                : batches((last, most) -> after(last == null ? Long.MIN_VALUE : last.number(), most));
    }

    /** Those whose id is at or above the one and below the other, in the order of their ids. */
    Stream<Row> between(Key from, Key to, boolean backwards) {
        return backwards
                ? batches((last, most) -> store.session()
                        .list(
                                this::row,
                                sql("select n, k, c, v from # where k >= ? and k < ? order by k desc limit ?"),
                                from.bytes(),
                                last == null ? to.bytes() : last.id().bytes(),
                                most))
                : batches((last, most) -> store.session()
                        .list(
                                this::row,
                                sql("select n, k, c, v from # where k " + (last == null ? ">=" : ">")
                                        + " ? and k < ? order by k limit ?"),
                                last == null ? from.bytes() : last.id().bytes(),
                                to.bytes(),
                                most));
    }

    private Row row(ResultSet row) throws SQLException {
        Row read = new Row(row.getLong(1), new Key(row.getBytes(2)), row.getBytes(4));
        if (Checksum.of(read.id().bytes(), read.document()) != row.getInt(3)) {
            throw store.rot("A document of table " + table + " is not what was written");
        }
        return read;
    }

    interface Batch<T> {
        /** @return what follows, fewer than so many when nothing follows that */
        List<T> after(@Nullable T last, int most);
    }

    /** Reads batch by batch, each from where the one before ended. */
    static <T> Stream<T> batches(Batch<T> next) {
        Iterator<T> iterator = new Iterator<>() {
            private List<T> batch = List.of();
            private int at;
            private boolean ended;
            private @Nullable T last;

            @Override
            public boolean hasNext() {
                if (at == batch.size() && !ended) {
                    int most = last == null ? FIRST_BATCH : NEXT_BATCH;
                    batch = next.after(last, most);
                    at = 0;
                    ended = batch.size() < most;
                    last = ended ? null : batch.getLast();
                }
                return at < batch.size();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return batch.get(at++);
            }
        };
        Iterable<T> all = () -> iterator;
        return StreamSupport.stream(all.spliterator(), false);
    }

    /** The ids of all documents; for tests and the upkeep. */
    List<Key> ids() {
        List<Key> ids = new ArrayList<>();
        all(false).forEach(row -> ids.add(row.id()));
        return ids;
    }
}
