/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.WriteBuffer;

/**
 * Ordered maps in one file, with a {@linkplain Journal journal} beside it.
 *
 * <p>A change goes to the maps in memory and to the journal; a checkpoint now and then writes the changed pages to the file
 * and empties the journal. Committing the file before each answer would do too, but every commit rewrites the path from
 * each changed leaf to its root: some 40 to 70 KB for a document of 2 KB, against 2.5 KB in the journal.
 *
 * <p>The promise is MongoDB's own for a write concern of 1: what was answered survives the death of the process, for it is
 * in the operating system's hands; a power cut may take the last {@value #FORCE_INTERVAL_MILLIS} ms.
 */
final class Store implements AutoCloseable {

    static final int FORCE_INTERVAL_MILLIS = 100;

    private static final long CHECKPOINT_BYTES = 8L << 20;
    private static final long CHECKPOINT_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(30);
    /** A checkpoint is put together in memory, so that it must not grow: of changed pages, some three times their bytes. */
    private static final int CHECKPOINT_MEMORY = 24 << 20;

    private static final int PAGE_BYTES = 4 << 10;
    private static final int BUSY_FILL_RATE = 25;
    private static final int IDLE_FILL_RATE = 75;
    private static final int COMPACT_BYTES = 4 << 20;
    private static final int KEPT_BUFFER_BYTES = 2 << 20;
    private static final int CLOSE_MILLIS = 500;

    private static final String EPOCH = "epoch";

    private final MVStore file;
    private final Maps maps;
    private final Journal journal;
    private final Runnable whenBroken;
    private final StoredMap<String, Long> facts;
    /** Shared by the writers, for the whole of a unit of work; exclusive for what must see no unit half done. */
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();

    private final ThreadLocal<WriteBuffer> unit = new ThreadLocal<>();
    private final Queue<WriteBuffer> buffers = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mongo-store").factory());
    private volatile long lastCheckpoint = System.nanoTime();
    private volatile boolean compactable = true;
    private long lastSize;

    private Store(MVStore file, Journal journal, Runnable whenBroken) {
        this.file = file;
        this.maps = new Maps(file);
        this.whenBroken = whenBroken;
        this.journal = journal;
        this.facts = new StoredMap<>(this, Maps.FACTS, maps.facts());
    }

    /**
     * Opens the file, or makes it, and replays the journal of a process that died.
     *
     * @param cacheMegabytes how much of the file is kept in memory
     * @param whenBroken told that the files can no longer be written; only opening them again helps
     */
    static Store open(Path path, int cacheMegabytes, Runnable whenBroken) throws StoreException {
        MVStore file = null;
        try {
            if (path.toAbsolutePath().getParent() instanceof Path folder) {
                Files.createDirectories(folder);
            }
            file = new MVStore.Builder()
                    .fileName(path.toString())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(cacheMegabytes)
                    .pageSplitSize(PAGE_BYTES)
                    .open();
            // Every checkpoint is forced before the space of the one before is used again.
            file.setRetentionTime(0);
            file.setVersionsToKeep(0);
            Journal journal = new Journal(path.resolveSibling(path.getFileName() + ".journal"));
            Store store = new Store(file, journal, whenBroken);
            store.recover();
            store.keeper.scheduleWithFixedDelay(
                    store::keep, FORCE_INTERVAL_MILLIS, FORCE_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
            return store;
        } catch (MVStoreException | IOException | UncheckedIOException | IllegalArgumentException e) {
            if (file != null) {
                file.closeImmediately();
            }
            throw refusal(path, e);
        }
    }

    private static StoreException refusal(Path path, Exception cause) {
        if (cause instanceof MVStoreException e && e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
            return new StoreException(
                    StoreException.Reason.IN_USE, path + " is in use by another process; stop that one first", cause);
        }
        boolean unreadable = cause instanceof IOException
                || cause instanceof MVStoreException e && e.getCause() instanceof IOException;
        return unreadable
                ? new StoreException(
                        StoreException.Reason.UNREADABLE, path + " cannot be opened: " + cause.getMessage(), cause)
                : new StoreException(
                        StoreException.Reason.DAMAGED,
                        path
                                + " is damaged or no data file of ours; restore it from a backup, or move it away to start anew ("
                                + cause.getMessage() + ")",
                        cause);
    }

    private void recover() throws IOException {
        journal.replay(epoch(), changes -> Changes.redo(changes, maps));
        checkpoint();
    }

    /** Small facts about other maps, by name. */
    StoredMap<String, Long> facts() {
        return facts;
    }

    /** The documents of a collection by their id. */
    StoredMap<Object, byte[]> documents(String namespace) {
        String name = Maps.documentsName(namespace);
        return new StoredMap<>(this, name, maps.documents(name));
    }

    /** @param directions a letter for each part of a key, see {@link DataTypes.Entry} */
    StoredMap<Object[], Boolean> entries(String namespace, String index, String directions) {
        String name = Maps.entriesName(namespace, index, directions);
        return new StoredMap<>(this, name, maps.entries(name));
    }

    List<String> databases() {
        return maps.databases();
    }

    /**
     * Makes a change under a lock as one unit of work: after a crash it is there whole or not at all. A unit within a unit
     * is part of it.
     */
    <T> T writing(Lock lock, Supplier<T> change) {
        gate.readLock().lock();
        try {
            lock.lock();
            try {
                return asUnit(change);
            } finally {
                lock.unlock();
            }
        } finally {
            gate.readLock().unlock();
        }
    }

    /** Makes a change of several collections as one unit of work that no other runs beside. */
    <T> T exclusively(Supplier<T> change) {
        gate.writeLock().lock();
        try {
            return asUnit(change);
        } finally {
            gate.writeLock().unlock();
        }
    }

    /** Reads under a lock; the pages that are read stay in the file meanwhile, whatever is checkpointed. */
    <T> T reading(Lock lock, Supplier<T> query) {
        lock.lock();
        MVStore.TxCounter usage = file.registerVersionUsage();
        try {
            return query.get();
        } finally {
            file.deregisterVersionUsage(usage);
            lock.unlock();
        }
    }

    private <T> T asUnit(Supplier<T> change) {
        if (unit.get() != null) {
            return change.get();
        }
        WriteBuffer buffer = buffers.poll();
        if (buffer == null) {
            buffer = new WriteBuffer();
        }
        unit.set(buffer);
        try {
            return change.get();
        } finally {
            unit.remove();
            if (buffer.position() > 0) {
                // A change that ended in an error is in memory as far as it got; so it is in the journal.
                journal.append(buffer.getBuffer().flip());
            }
            if (buffer.capacity() <= KEPT_BUFFER_BYTES) {
                buffers.add(buffer.clear());
            }
        }
    }

    <K, V> void journalPut(StoredMap<K, V> map, K key, V value) {
        Changes.put(unitChanging(map), map.map(), map.name(), key, value);
    }

    <K> void journalRemove(StoredMap<K, ?> map, K key) {
        Changes.remove(unitChanging(map), map.map(), map.name(), key);
    }

    /** Needs {@link #exclusively}. */
    void drop(StoredMap<?, ?> map) {
        Changes.drop(unitChanging(map), map.name());
        file.removeMap(map.map());
    }

    /** Needs {@link #exclusively}. */
    void rename(StoredMap<?, ?> map, String newName) {
        Changes.rename(unitChanging(map), map.name(), newName);
        file.renameMap(map.map(), newName);
        map.renamed(newName);
    }

    private WriteBuffer unitChanging(StoredMap<?, ?> map) {
        WriteBuffer changes = unit.get();
        if (changes == null) {
            throw new IllegalStateException("A change of " + map.name() + " outside of a unit of work");
        }
        return changes;
    }

    /**
     * To be called before an answer goes out: returns once everything that the answer may tell of is safe from the death of
     * this process.
     */
    void settle() {
        try {
            journal.awaitWritten();
        } catch (UncheckedIOException e) {
            whenBroken.run();
            throw e;
        }
        if (journal.size() > CHECKPOINT_BYTES || file.getUnsavedMemory() > CHECKPOINT_MEMORY) {
            checkpoint();
            compact(BUSY_FILL_RATE);
            compactable = true;
        }
    }

    private void checkpoint() {
        gate.writeLock().lock();
        try {
            if (journal.size() != 0 || file.hasUnsavedChanges()) {
                long epoch = epoch() + 1;
                facts.map().put(EPOCH, epoch);
                file.commit();
                file.sync();
                journal.restart(epoch);
            }
            lastCheckpoint = System.nanoTime();
        } catch (MVStoreException | UncheckedIOException | OutOfMemoryError e) {
            whenBroken.run();
            throw e;
        } finally {
            gate.writeLock().unlock();
        }
    }

    private long epoch() {
        return facts.map().getOrDefault(EPOCH, 0L);
    }

    private void keep() {
        try {
            journal.force();
            boolean idle = journal.size() == lastSize;
            lastSize = journal.size();
            if (System.nanoTime() - lastCheckpoint > CHECKPOINT_INTERVAL_NANOS) {
                checkpoint();
                compactable = true;
            } else if (idle && compactable) {
                compactable = compact(IDLE_FILL_RATE);
            }
        } catch (IOException | RuntimeException e) {
            System.getLogger(Store.class.getName())
                    .log(System.Logger.Level.ERROR, "The data file cannot be kept up", e);
        }
    }

    /** Frees space that superseded pages hold; a bit of it, for writers wait meanwhile. */
    private boolean compact(int fillRate) {
        gate.writeLock().lock();
        try {
            return file.compact(fillRate, COMPACT_BYTES);
        } finally {
            gate.writeLock().unlock();
        }
    }

    long bytes() {
        return file.getFileStore().size() + journal.size();
    }

    /** Writes everything to the file, makes it smaller in the time allowed, and leaves an empty journal. */
    @Override
    public void close() {
        keeper.shutdown();
        checkpoint();
        file.close(CLOSE_MILLIS);
        try {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
