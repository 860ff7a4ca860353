/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entries of an index in the {@link Store}: keys of values, each with the key of its document's id. */
final class EntryTable {

    private record Entry(byte[] key, byte[] id) {}

    private final Store store;
    private final String name;
    private final boolean idsDescend;
    private final long table;
    private volatile boolean gone;

    /** @param idsDescend whether, of entries with equal keys, the one with the greatest id comes first */
    EntryTable(Store store, String name, long table, boolean idsDescend) {
        this.store = store;
        this.name = name;
        this.table = table;
        this.idsDescend = idsDescend;
    }

    static String definition(long table) {
        return "create table i%d (k blob not null, i blob not null, c integer not null, primary key (k, i)) without rowid"
                .formatted(table);
    }

    /** @throws TableGone when it was dropped, beside which nothing reads or writes */
    private String sql(String sql) {
        if (gone) {
            throw new TableGone();
        }
        return sql.replace("#", "i" + table);
    }

    String name() {
        return name;
    }

    private byte[] stored(Key id) {
        return (idsDescend ? id.inverted() : id).bytes();
    }

    void add(Key key, Key id) {
        byte[] last = stored(id);
        store.changing()
                .update(
                        sql("insert or ignore into # (k, i, c) values (?, ?, ?)"),
                        key.bytes(),
                        last,
                        Checksum.of(key.bytes(), last));
    }

    void remove(Key key, Key id) {
        store.changing().update(sql("delete from # where k = ? and i = ?"), key.bytes(), stored(id));
    }

    /** Whether another document has that key. */
    boolean isTaken(Key key, @Nullable Key id) {
        List<Key> ids = store.session()
                .list(
                        this::id,
                        sql("select k, i, c from # where k >= ? and k < ? limit 2"),
                        key.bytes(),
                        key.next().bytes());
        return ids.stream().anyMatch(other -> !other.equals(id));
    }

    /** The ids of entries from the one key up to the other, which is left out, in the order of the entries. */
    Stream<Key> ids(Key from, Key to, boolean backwards) {
        String order = backwards ? " order by k desc, i desc limit ?" : " order by k, i limit ?";
        return DocumentTable.<Entry>batches((last, most) -> {
                    if (last == null) {
                        return store.session()
                                .list(
                                        this::entry,
                                        sql("select k, i, c from # where k >= ? and k < ?" + order),
                                        from.bytes(),
                                        to.bytes(),
                                        most);
                    }
                    return backwards
                            ? store.session()
                                    .list(
                                            this::entry,
                                            sql("select k, i, c from # where k >= ? and (k, i) < (?, ?)" + order),
                                            from.bytes(),
                                            last.key(),
                                            last.id(),
                                            most)
                            : store.session()
                                    .list(
                                            this::entry,
                                            sql("select k, i, c from # where (k, i) > (?, ?) and k < ?" + order),
                                            last.key(),
                                            last.id(),
                                            to.bytes(),
                                            most);
                })
                .map(entry -> shown(entry.id()));
    }

    long count(Key from, Key to) {
        return store.session().number(sql("select count(*) from # where k >= ? and k < ?"), from.bytes(), to.bytes());
    }

    long count() {
        return store.session().number(sql("select count(*) from #"));
    }

    private Key id(ResultSet row) throws SQLException {
        return shown(entry(row).id());
    }

    private Key shown(byte[] stored) {
        Key id = new Key(stored);
        return idsDescend ? id.inverted() : id;
    }

    private Entry entry(ResultSet row) throws SQLException {
        Entry entry = new Entry(row.getBytes(1), row.getBytes(2));
        if (Checksum.of(entry.key(), entry.id()) != row.getInt(3)) {
            throw store.rot("An entry of index " + name + " is not what was written");
        }
        return entry;
    }

    /** Whether all documents have their entries; false until the index is built. */
    boolean isBuilt() {
        return store.session()
                .list(row -> row.getObject(1) != null, "select arrays from tables where number = ?", table)
                .contains(true);
    }

    /** Which of the index's fields ever had an array in some document, a bit for each. */
    long arrays() {
        return store.session().number("select arrays from tables where number = ?", table);
    }

    /** Keeps that the index is built, and which of its fields have arrays. */
    void noteArrays(long arrays) {
        store.changing().update("update tables set arrays = ? where number = ?", arrays, table);
    }

    void drop() {
        store.drop("i" + table, table);
        gone = true;
    }

    void rename(String newName) {
        store.rename(table, newName);
    }
}
