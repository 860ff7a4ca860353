/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.app;

import community.townhall.standalone.Refusal;
import community.townhall.standalone.plan.Application;
import community.townhall.standalone.plan.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies of the programs in the form that starts fastest: the jar and its libraries side by side, as the JVM's
 * ahead-of-time cache wants them. A folder is named after what is in it, so a new build gets new ones and a running
 * Townhall keeps its own.
 */
public final class UnpackedPrograms {

    private final Path root;
    private final Map<Application, Path> jars;
    private final Path standaloneJar;

    private UnpackedPrograms(Path root, Map<Application, Path> jars, Path standaloneJar) {
        this.root = root;
        this.jars = jars;
        this.standaloneJar = standaloneJar;
    }

    /** @throws Refusal when something has not been built */
    public static UnpackedPrograms of(Programs programs) {
        Path root = programs.unpacked();
        Map<Application, Path> jars = new EnumMap<>(Application.class);
        for (Application application : Application.values()) {
            String print = new Fingerprint().jar(programs.jarOf(application)).toHex();
            jars.put(
                    application,
                    root.resolve(application.module() + "-" + print).resolve(application.module() + ".jar"));
        }
        Fingerprint standalone = new Fingerprint().jar(programs.standaloneJar());
        librariesOf(programs.standaloneJar()).forEach(standalone::jar);
        return new UnpackedPrograms(
                root, jars, root.resolve("standalone-" + standalone.toHex()).resolve("standalone.jar"));
    }

    public Path jarOf(Application application) {
        return Objects.requireNonNull(jars.get(application));
    }

    public Path standaloneJar() {
        return standaloneJar;
    }

    /** Where the ahead-of-time cache of a process belongs, for the JVM that runs this. */
    public Path cacheOf(String process) {
        Path jar = Arrays.stream(Application.values())
                .filter(application -> application.processName().equals(process))
                .findAny()
                .map(this::jarOf)
                .orElse(standaloneJar);
        String jvm = new Fingerprint()
                .text(Runtime.version().toString())
                .text(JavaCommand.commonOptions().toString())
                .text(JavaCommand.applicationOptions().toString())
                .toHex();
        return jar.resolveSibling(process + "-" + jvm + ".aot");
    }

    /** Unpacks what has not been unpacked yet. */
    public void unpackMissing(Programs programs) {
        jars.forEach((application, jar) -> unpackOnce(folderOf(jar), folder -> {
            Process extraction = new ProcessBuilder(
                            JavaCommand.java().toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Djarmode=tools",
                            "-jar",
                            programs.jarOf(application).toString(),
                            "extract",
                            "--destination",
                            folder.toString())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(extraction.getInputStream().readAllBytes());
            if (extraction.waitFor() != 0) {
                throw new Refusal(programs.jarOf(application) + " could not be unpacked:\n" + output);
            }
            Path extracted = folder.resolve(programs.jarOf(application).getFileName());
            Files.move(extracted, folder.resolve(application.module() + ".jar"));
        }));
        unpackOnce(folderOf(standaloneJar), folder -> {
            Path original = programs.standaloneJar();
            Files.createDirectories(folder.resolve("lib"));
            Files.copy(original, folder.resolve("standalone.jar"), StandardCopyOption.COPY_ATTRIBUTES);
            for (Path library : librariesOf(original)) {
                Files.copy(
                        library,
                        folder.resolve("lib").resolve(library.getFileName()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        });
    }

    /** Removes what belongs to no present program and no running process. */
    public void removeForgotten() {
        Set<Path> present = new HashSet<>();
        jars.values().forEach(jar -> present.add(folderOf(jar)));
        present.add(folderOf(standaloneJar));
        List<String> running = ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .toList();
        try (Stream<Path> folders = Files.list(root)) {
            folders.filter(folder -> !present.contains(folder))
                    .filter(folder -> running.stream().noneMatch(command -> command.contains(folder.toString())))
                    .forEach(UnpackedPrograms::deleteTree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folderOf(Path jar) {
        return Objects.requireNonNull(jar.getParent());
    }

    private interface Unpacking {
        void into(Path folder) throws IOException, InterruptedException;
    }

    /** Into a folder of another name first, so that one with the right name is complete. */
    private static void unpackOnce(Path folder, Unpacking unpacking) {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path half = folder.resolveSibling(
                folder.getFileName() + ".half-" + ProcessHandle.current().pid());
        try {
            Files.createDirectories(half);
            unpacking.into(half);
            if (Files.isDirectory(folder)) {
                deleteTree(half);
            } else {
                Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted");
        }
    }

    private static List<Path> librariesOf(Path standaloneJar) {
        try (Stream<Path> libraries = Files.list(standaloneJar.resolveSibling("lib"))) {
            return libraries.sorted().toList();
        } catch (IOException e) {
            throw new Refusal("standalone has not been built: " + e.getMessage() + " is not there");
        }
    }

    /** Removes the folder and all in it. */
    public static void deleteTree(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path directory, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
