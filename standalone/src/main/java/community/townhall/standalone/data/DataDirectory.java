/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.data;

import community.townhall.standalone.Refusal;
import community.townhall.standalone.plan.Plan;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Everything a standalone Townhall keeps: its data, its secrets, its logs and the note of its latest run. */
public final class DataDirectory {

    /** Of what is laid out in here; raised when an older Townhall could no longer read it. */
    private static final String LAYOUT = "1";

    /** The process that watches the others. */
    public static final String SUPERVISOR = "supervisor";

    private static final String SUPERVISOR_MARK = "standalone.jar";

    private static final String MARKER = "townhall.properties";
    private static final String SECRETS = "secrets.properties";

    private static final String MONGO_FOLDER = "mongo";
    private static final String TEMPORARY = "tmp";
    private static final List<String> FOLDERS = List.of("run", "logs", TEMPORARY, MONGO_FOLDER);
    private static final String KAFKA_USED = "kafkaUsed";
    private static final String MONGO_USED = "mongoUsed";

    private final Path root;

    private DataDirectory(Path root) {
        this.root = root;
    }

    public static DataDirectory at(Path root) {
        return new DataDirectory(root.toAbsolutePath().normalize());
    }

    /**
     * Makes the directory when there is none, and refuses one that is somebody else's or was cut off.
     *
     * @throws Refusal when it cannot be used as it is
     */
    public void prepare() {
        try {
            if (!Files.exists(root) || isEmpty(root)) {
                create();
            }
            check();
        } catch (IOException e) {
            throw new Refusal("The data directory " + root + " cannot be used: " + e);
        }
    }

    public boolean exists() {
        return Files.exists(root.resolve(MARKER));
    }

    /** Held for as long as a supervisor lives, however it ends. Absent when another one holds it. */
    public Optional<FileLock> lock() {
        try {
            // The channel stays open on purpose: closing it, or the end of this process, frees the lock.
            FileChannel channel =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return Optional.ofNullable(lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Refusal when they were lost */
    public Secrets secrets() {
        PropertiesFile file = new PropertiesFile(root.resolve(SECRETS));
        Properties found = file.read().orElseThrow(() -> cutOff(SECRETS + " is missing"));
        if (!Secrets.hasAllOfTheFirstRelease(found)) {
            throw cutOff(SECRETS + " is incomplete");
        }
        Secrets secrets = Secrets.from(found, new SecureRandom());
        Properties all = secrets.toProperties();
        if (!all.equals(found)) {
            file.write(all);
        }
        return secrets;
    }

    public Optional<Run> run() {
        return runFile().read().map(Run::from);
    }

    public void note(Run run) {
        runFile().write(run.toProperties());
    }

    /** For what is said once in the life of a data directory; true when it has not been said before. */
    public boolean firstTime(String what) {
        PropertiesFile file = new PropertiesFile(root.resolve(MARKER));
        Properties marker = file.read().orElseGet(Properties::new);
        if (marker.containsKey(what)) {
            return false;
        }
        marker.setProperty(what, "done");
        file.write(marker);
        return true;
    }

    public boolean remembers(String what) {
        return new PropertiesFile(root.resolve(MARKER))
                .read()
                .map(marker -> marker.containsKey(what))
                .orElse(false);
    }

    public ProcessFile processFile(String process) {
        return new ProcessFile(
                root.resolve("run").resolve(process + ".pid"),
                process.equals(SUPERVISOR) ? SUPERVISOR_MARK : root.toString());
    }

    /** As long as this file is there, the supervisor lets that process rest. */
    public Path holdFile(String process) {
        return root.resolve("run").resolve(process + ".hold");
    }

    /** A new run starts everything, whatever was stopped in the last. */
    public void releaseAll() {
        try (DirectoryStream<Path> holds = Files.newDirectoryStream(root.resolve("run"), "*.hold")) {
            for (Path hold : holds) {
                Files.delete(hold);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What killed processes have left there is of no use to the next. */
    public void clearTemporary() {
        try (Stream<Path> left = Files.walk(temporary())) {
            left.filter(path -> !path.equals(temporary()))
                    .sorted(Comparator.reverseOrder())
                    .map(Path::toFile)
                    .forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The live supervisor. */
    public Optional<ProcessHandle> supervisor() {
        return processFile(SUPERVISOR).process();
    }

    /** The processes that a run on this directory has left notes of, dead or alive. */
    public List<String> notedProcesses() {
        try (Stream<Path> files = Files.list(root.resolve("run"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pid"))
                    .map(name -> name.substring(0, name.length() - ".pid".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Once a server of its own has been ready on this directory, its data has to be there.
     *
     * @throws Refusal when it is not: starting empty would hide the loss
     */
    public void checkComplete(Plan plan) {
        if (plan.startsKafka() && remembers(KAFKA_USED) && !Files.exists(kafka().resolve("meta.properties"))) {
            throw cutOff("Kafka's data in " + kafka() + " is missing");
        }
        if (plan.startsMongo()
                && plan.settings().mongod() == null
                && remembers(MONGO_USED)
                && isEmpty(root.resolve(MONGO_FOLDER))) {
            throw cutOff("the database in " + root.resolve(MONGO_FOLDER) + " is missing");
        }
    }

    /** To be called when all have been ready. */
    public void rememberServers(Plan plan) {
        if (plan.startsKafka()) {
            firstTime(KAFKA_USED);
        }
        if (plan.startsMongo() && plan.settings().mongod() == null) {
            firstTime(MONGO_USED);
        }
    }

    public Path log(String process) {
        return root.resolve("logs").resolve(process + ".log");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** What processes put aside while they run, such as what their web servers unpack. */
    public Path temporary() {
        return root.resolve(TEMPORARY);
    }

    /** Which rows of which dumps were imported. */
    public Path imports() {
        return root.resolve("imports");
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path mongo() {
        return root.resolve(MONGO_FOLDER).resolve("townhall");
    }

    public Path mongod() {
        return root.resolve("mongod");
    }

    public Path root() {
        return root;
    }

    private PropertiesFile runFile() {
        return new PropertiesFile(root.resolve("run").resolve("run.properties"));
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (NotDirectoryException e) {
            return false;
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The marker is written last: a directory without it was never finished. */
    private void create() throws IOException {
        Files.createDirectories(
                root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (String folder : FOLDERS) {
            Files.createDirectories(root.resolve(folder));
        }
        new PropertiesFile(root.resolve(SECRETS))
                .write(Secrets.generate(new SecureRandom()).toProperties());
        Properties marker = new Properties();
        marker.setProperty("layout", LAYOUT);
        new PropertiesFile(root.resolve(MARKER)).write(marker);
    }

    private void check() throws IOException {
        if (!Files.isDirectory(root)) {
            throw new Refusal(root + " is a file; --data wants a directory");
        }
        Properties marker = new PropertiesFile(root.resolve(MARKER))
                .read()
                .orElseThrow(() -> Files.exists(root.resolve(SECRETS))
                        ? cutOff(MARKER + " is missing")
                        : new Refusal(root + " holds something else than Townhall's data; choose another --data"));
        String layout = marker.getProperty("layout");
        if (!LAYOUT.equals(layout)) {
            throw new Refusal("The data in " + root + " has layout " + layout + " and this Townhall knows only "
                    + LAYOUT + "; run the Townhall that wrote it");
        }
        secrets();
        for (String folder : FOLDERS) {
            Files.createDirectories(root.resolve(folder));
        }
    }

    private Refusal cutOff(String reason) {
        return new Refusal("The data directory " + root + " is incomplete (" + reason
                + "): restore it from a backup, or remove it to start afresh");
    }
}
