/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import community.townhall.embeddedmongo.StoreException.Reason;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tables of documents and of index entries in one SQLite file with a write-ahead log.
 *
 * <p>Writers work one after the other in one transaction; the first of those who came together commits it for all of them,
 * and their answers go out when the commit is on the disk. Readers have connections of their own and see what is committed.
 * A checkpoint moves what is in the log to the file, in the background.
 *
 * <p>Any failure to write, force or read the files is told to {@code whenBroken}: what the disk holds is then uncertain
 * until the file is opened anew.
 */
final class Store implements AutoCloseable {

    private static final int READERS = 6;

    private final StoreFiles files;
    private final Consumer<StoreException> whenBroken;
    private final Session writer;
    private final Acknowledged acknowledged;
    /** Absent where commits are not forced. */
    private final @Nullable Log log;

    private final Checkpoints checkpoints;
    private final BlockingDeque<Session> readers = new LinkedBlockingDeque<>();

    /** Shared by all that read and write; exclusive for what changes which tables there are. */
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();

    /** Guards the writer. */
    private final ReentrantLock writing = new ReentrantLock();

    private final ThreadLocal<Session> current = new ThreadLocal<>();
    private final ThreadLocal<Group> awaited = new ThreadLocal<>();
    private Group group = new Group();
    private boolean begun;
    private long commits;
    private long changesBefore;

    /** Writers whose work is committed at once. */
    private static final class Group {
        private final CompletableFuture<Boolean> safe = new CompletableFuture<>();
        private @Nullable Thread first;
    }

    private Store(StoreFiles files, int cacheMegabytes, boolean forced, Consumer<StoreException> whenBroken)
            throws SQLException, IOException, StoreException {
        this.files = files;
        this.whenBroken = whenBroken;
        int kilobytes = cacheMegabytes * 1024;
        writer = Session.open(files.data(), kilobytes / 2, forced, this::failed);
        try {
            files.check(writer);
        } catch (StoreException | IOException | StoreFailure e) {
            writer.abandon();
            files.restoreLog();
            throw e;
        }
        commits = writer.number("select value from facts where name = 'commits'");
        acknowledged = new Acknowledged(files.acknowledged());
        log = forced ? Log.open(files.log()) : null;
        for (int i = 0; i < READERS; i++) {
            readers.add(Session.open(files.data(), kilobytes / 2 / READERS, forced, this::failed));
        }
        checkpoints = new Checkpoints(Session.open(files.data(), 256, forced, this::failed), this::withoutWriters);
    }

    /**
     * Opens the file, or makes it.
     *
     * @param cacheMegabytes how much of the file is kept in memory
     * @param forced whether an answer waits until the disk has what it tells of; without it a power cut may damage the file
     * @param whenBroken told that the files cannot be written or are not what was written; only opening them again helps
     */
    static Store open(Path file, int cacheMegabytes, boolean forced, Consumer<StoreException> whenBroken)
            throws StoreException {
        StoreFiles files = StoreFiles.lock(file);
        try {
            return new Store(files, cacheMegabytes, forced, whenBroken);
        } catch (StoreException e) {
            files.giveBack();
            throw e;
        } catch (StoreFailure e) {
            files.giveBack();
            throw e.reason();
        } catch (SQLException | IOException e) {
            files.giveBack();
            throw files.exception(e, Reason.UNREADABLE);
        }
    }

    private RuntimeException failed(SQLException e) {
        if (StoreFiles.isOfTheStatement(e)) {
            return new IllegalStateException(e);
        }
        StoreException failure = files.exception(e, Reason.BROKEN);
        whenBroken.accept(failure);
        return new StoreFailure(failure);
    }

    /** To be thrown when something read is not what was written. */
    RuntimeException rot(String what) {
        StoreException failure = files.damaged(what, null);
        whenBroken.accept(failure);
        return new StoreFailure(failure);
    }

    /** The connection of the work that this thread is at. */
    Session session() {
        Session session = current.get();
        if (session == null) {
            throw new IllegalStateException("Reading outside of a unit of work");
        }
        return session;
    }

    /** The connection to change something with. */
    Session changing() {
        if (current.get() != writer) {
            throw new IllegalStateException("A change outside of a unit of work");
        }
        return writer;
    }

    DocumentTable documents(String namespace) {
        String name = "documents/" + namespace;
        return new DocumentTable(this, table(name, DocumentTable::definition));
    }

    /** @param idsDescend see {@link EntryTable} */
    EntryTable entries(String namespace, String index, boolean idsDescend) {
        String name = entriesName(namespace, index);
        return new EntryTable(this, name, table(name, EntryTable::definition), idsDescend);
    }

    static String entriesName(String namespace, String index) {
        return "index/" + namespace + "/" + index;
    }

    private interface Definition {
        String of(long table);
    }

    private long table(String name, Definition definition) {
        return exclusively(() -> {
            long known = writer.number("select number from tables where name = ?", name);
            if (known != 0) {
                return known;
            }
            writer.update("insert into tables (name) values (?)", name);
            long made = writer.number("select number from tables where name = ?", name);
            writer.update(definition.of(made));
            return made;
        });
    }

    /** Needs {@link #exclusively}. */
    void drop(String table, long number) {
        changing().update("drop table " + table);
        changing().update("delete from tables where number = ?", number);
    }

    /** Needs {@link #exclusively}. */
    void rename(long number, String newName) {
        changing().update("update tables set name = ? where number = ?", newName, number);
    }

    void rename(DocumentTable documents, String newNamespace) {
        rename(documents.table(), "documents/" + newNamespace);
    }

    List<String> databases() {
        return reading(() ->
                session()
                        .list(row -> row.getString(1), "select name from tables where name like 'documents/%'")
                        .stream()
                        .map(name -> name.substring("documents/".length(), name.indexOf('.')))
                        .distinct()
                        .toList());
    }

    /** Makes a change as one unit of work: if it fails, it has not happened. A unit within a unit is part of it. */
    <T> T writing(Supplier<T> change) {
        if (current.get() == writer) {
            return change.get();
        }
        gate.readLock().lock();
        try {
            return asUnit(change);
        } finally {
            gate.readLock().unlock();
        }
    }

    /** Makes a change that no other and no reader runs beside, and commits it. */
    <T> T exclusively(Supplier<T> change) {
        if (gate.isWriteLockedByCurrentThread()) {
            return writing(change);
        }
        gate.writeLock().lock();
        try {
            return asUnit(change);
        } finally {
            try {
                commit();
            } finally {
                gate.writeLock().unlock();
            }
        }
    }

    private <T> T asUnit(Supplier<T> change) {
        writing.lock();
        try {
            if (!begun) {
                writer.execute("begin immediate");
                begun = true;
                changesBefore = writer.changes();
            }
            if (group.first == null) {
                group.first = Thread.currentThread();
            }
            awaited.set(group);
            current.set(writer);
            // What was begun with tables and their names is in memory as far as it got; so it is in the file.
            return gate.isWriteLockedByCurrentThread() ? change.get() : undoneIfItFails(change);
        } finally {
            current.remove();
            writing.unlock();
        }
    }

    /** An error that a command is refused with comes before its change, or after the part of it that counts. */
    private <T> T undoneIfItFails(Supplier<T> change) {
        writer.execute("savepoint unit");
        try {
            T result = change.get();
            writer.execute("release unit");
            return result;
        } catch (MongoServerException e) {
            writer.execute("release unit");
            throw e;
        } catch (StoreFailure e) {
            throw e;
        } catch (RuntimeException | Error e) {
            writer.execute("rollback to unit");
            writer.execute("release unit");
            throw e;
        }
    }

    /** Reads what is committed, all of it as of one moment. */
    <T> T reading(Supplier<T> query) {
        if (current.get() != null) {
            return query.get();
        }
        gate.readLock().lock();
        try {
            Session reader = readers.takeFirst();
            current.set(reader);
            try {
                reader.execute("begin");
                T result = query.get();
                reader.execute("commit");
                return result;
            } catch (StoreFailure e) {
                throw e;
            } catch (RuntimeException | Error e) {
                reader.execute("rollback");
                throw e;
            } finally {
                current.remove();
                readers.addFirst(reader);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            gate.readLock().unlock();
        }
    }

    /** To be called before an answer goes out: returns once everything that the answer may tell of is on the disk. */
    void settle() {
        Group mine = awaited.get();
        if (mine == null) {
            return;
        }
        awaited.remove();
        if (mine.first == Thread.currentThread() && !mine.safe.isDone()) {
            commit();
        }
        mine.safe.join();
    }

    private void commit() {
        writing.lock();
        try {
            if (begun && writer.changes() == changesBefore) {
                writer.execute("commit");
                begun = false;
            } else if (begun) {
                commits++;
                writer.update("update facts set value = ? where name = 'commits'", commits);
                writer.execute("commit");
                begun = false;
                if (log != null) {
                    log.force();
                }
                acknowledged.note(commits);
            }
            Group done = group;
            group = new Group();
            done.safe.complete(true);
        } catch (IOException e) {
            StoreException failure = files.exception(e, Reason.BROKEN);
            whenBroken.accept(failure);
            group.safe.completeExceptionally(failure);
            throw new StoreFailure(failure);
        } catch (StoreFailure e) {
            group.safe.completeExceptionally(e);
            throw e;
        } finally {
            writing.unlock();
        }
    }

    private void withoutWriters(Runnable work) {
        writing.lock();
        try {
            if (!begun) {
                work.run();
            }
        } finally {
            writing.unlock();
        }
    }

    long bytes() {
        return files.bytes();
    }

    /** Lets go of files that have failed, as the end of the process would. */
    void abandon() {
        checkpoints.abandon();
        readers.forEach(Session::abandon);
        writer.abandon();
        files.giveBack();
    }

    /** Writes everything to the file and leaves an empty log. */
    @Override
    public void close() {
        checkpoints.close();
        commit();
        readers.forEach(Session::close);
        writer.execute("pragma wal_checkpoint(truncate)");
        writer.close();
        try {
            acknowledged.close();
            if (log != null) {
                log.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            files.giveBack();
        }
    }
}
