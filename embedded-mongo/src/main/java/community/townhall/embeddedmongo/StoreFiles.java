/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import community.townhall.embeddedmongo.StoreException.Reason;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * The data file and what stands beside it: its log, the lock, up to where answers were given. Holds the lock until it is
 * given back.
 *
 * @param data the SQLite file
 */
record StoreFiles(Path data, FileChannel channel, FileLock held) {

    private static final int FORMAT = 1;
    /** Reads as "thal". */
    private static final int APPLICATION = 0x7468616C;

    static StoreFiles lock(Path data) throws StoreException {
        try {
            Path folder = Objects.requireNonNull(data.toAbsolutePath().getParent());
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(beside(data, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lock(channel);
            if (lock == null) {
                channel.close();
                throw new StoreException(
                        Reason.IN_USE, data + " is in use by another process; stop that one first", null);
            }
            StoreFiles files = new StoreFiles(data, channel, lock);
            files.keepLog();
            return files;
        } catch (IOException e) {
            throw new StoreException(Reason.UNREADABLE, data + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static Path beside(Path data, String suffix) {
        return data.resolveSibling(data.getFileName() + suffix);
    }

    Path log() {
        return beside(data, "-wal");
    }

    /** The log as it was found; SQLite drops what follows the first thing in it that is wrong. */
    private Path keptLog() {
        return beside(data, "-wal.found");
    }

    Path acknowledged() {
        return beside(data, ".acknowledged");
    }

    long bytes() {
        return size(data) + size(log());
    }

    private static long size(Path file) {
        File plain = file.toFile();
        return plain.length();
    }

    private void keepLog() throws IOException {
        if (size(log()) > 0) {
            Files.copy(log(), keptLog(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Makes a new file ready; of one that is there, finds out whether it holds all that was written to it.
     *
     * @throws StoreException when it does not; the files are as they were found
     */
    void check(Session session) throws StoreException, IOException {
        long found = session.number("select count(*) from sqlite_master");
        if (found == 0) {
            if (Acknowledged.read(acknowledged()) > 0) {
                throw damaged("it is empty, and was not", null);
            }
            session.execute("begin immediate");
            session.execute("pragma application_id = " + APPLICATION);
            session.execute("pragma user_version = " + FORMAT);
            session.execute(
                    "create table tables (number integer primary key, name text not null unique, arrays integer)");
            session.execute("create table facts (name text primary key, value integer not null) without rowid");
            session.execute("insert into facts values ('commits', 0)");
            session.execute("commit");
            forceFolderOf(data);
        } else {
            if (session.number("pragma application_id") != APPLICATION) {
                throw damaged("it is no data file of ours", null);
            }
            if (session.number("pragma user_version") > FORMAT) {
                throw new StoreException(Reason.UNREADABLE, data + " was made by a newer version", null);
            }
            List<String> faults = session.list(row -> row.getString(1), "pragma quick_check(3)");
            if (!faults.equals(List.of("ok"))) {
                throw damaged(String.join("; ", faults), null);
            }
            long acknowledged = Acknowledged.read(acknowledged());
            long commits = session.number("select value from facts where name = 'commits'");
            if (commits < acknowledged) {
                throw damaged(
                        "it ends at commit %d, though %d was answered: its log is damaged or missing"
                                .formatted(commits, acknowledged),
                        null);
            }
        }
        // What was found in the log is in the file, and on the disk, before anybody is told of it.
        session.number("pragma wal_checkpoint(truncate)");
        Files.deleteIfExists(keptLog());
    }

    /** Puts the log back as it was found. */
    void restoreLog() throws IOException {
        if (Files.exists(keptLog())) {
            Files.move(keptLog(), log(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Puts on the disk which files there are beside that one. */
    static void forceFolderOf(Path file) throws IOException {
        try (FileChannel folder =
                FileChannel.open(Objects.requireNonNull(file.toAbsolutePath().getParent()), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    StoreException damaged(String what, @Nullable Throwable cause) {
        return new StoreException(
                Reason.DAMAGED,
                data + " is damaged or no data file of ours (" + what
                        + "); it is left as it is: restore it from a backup, or move it away to start anew",
                cause);
    }

    /** Whether it is the statement that is wrong, and not what it works on. */
    static boolean isOfTheStatement(SQLException e) {
        int code = e.getErrorCode() & 0xFF;
        return code == 0
                || code == SQLiteErrorCode.SQLITE_ERROR.code
                || code == SQLiteErrorCode.SQLITE_MISUSE.code
                || code == SQLiteErrorCode.SQLITE_TOOBIG.code;
    }

    /** @param otherwise when the file is not damaged */
    StoreException exception(Exception e, Reason otherwise) {
        if (e instanceof SQLException sql) {
            int code = sql.getErrorCode() & 0xFF;
            if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
                return damaged(String.valueOf(e.getMessage()), e);
            }
        }
        String verb = otherwise == Reason.BROKEN ? " cannot be written any more: " : " cannot be opened: ";
        return new StoreException(otherwise, data + verb + e.getMessage(), e);
    }

    void giveBack() {
        try {
            held.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
