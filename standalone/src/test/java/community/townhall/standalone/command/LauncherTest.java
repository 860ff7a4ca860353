/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./townhall} in a fresh clone, with a build that the test holds up and a program that does nothing. */
class LauncherTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    /** What the build makes: it says what it was asked for, and does not know {@code --nope}. */
    public static final class Program {
        public static void main(String[] arguments) {
            System.err.println("asked: " + String.join(" ", arguments));
            System.out.println("/nowhere.jar");
            System.exit(List.of(arguments).contains("--nope") ? 2 : 0);
        }
    }

    @TempDir
    Path clone;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void cloneAfresh() throws IOException {
        Files.createDirectories(clone.resolve(".mvn"));
        for (String file : List.of("townhall", ".mvn/find-jdk")) {
            Files.copy(PROJECT.resolve(file), clone.resolve(file));
        }
        writeJar(clone.resolve("built.jar"));
        Path build = clone.resolve("mvnw");
        Files.writeString(build, """
                #!/bin/sh
                here=$(dirname "$0")
                echo $$ >>"$here/builds"
                until [ -e "$here/may-end" ]; do sleep 0.1; done
                for module in events embedded-mongo texts service-kit community-kit content-service engagement-service \\
                    moderation-service rewards-service gateway importer standalone; do
                    mkdir -p "$here/$module/src/main" "$here/$module/target" "$here/service-parent"
                    : >>"$here/pom.xml" && : >>"$here/service-parent/pom.xml" && : >>"$here/$module/pom.xml"
                done
                for module in "$here"/*/target; do
                    cp "$here/built.jar" "$module/$(basename "$(dirname "$module")").jar"
                done
                """);
        Files.setPosixFilePermissions(build, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void endAll() {
        started.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }

    @Test
    void twoCommandsInAnUnbuiltCloneBuildItOnce() throws Exception {
        Process one = launch("import");
        Process other = launch("import");

        await().until(() -> Files.exists(clone.resolve("builds")));
        await().until(() ->
                said(one).contains("waiting for the build") || said(other).contains("waiting for the build"));
        Files.createFile(clone.resolve("may-end"));

        assertThat(exitCode(one)).as(() -> said(one)).isZero();
        assertThat(exitCode(other)).as(() -> said(other)).isZero();
        assertThat(Files.readAllLines(clone.resolve("builds"))).hasSize(1);
        assertThat(clone.resolve(".townhall-build.lock")).doesNotExist();
    }

    @Test
    void aBuildThatWasKilledHoldsNobodyUp() throws Exception {
        Process killed = launch("import");
        await().until(() -> Files.exists(clone.resolve("builds")));
        killed.destroyForcibly().waitFor();
        Files.createFile(clone.resolve("may-end"));

        Process next = launch("import");

        assertThat(exitCode(next)).as(() -> said(next)).isZero();
    }

    @Test
    void whatAsksAfterARunningSuiteBuildsNothing() throws Exception {
        for (String command : List.of("status", "down", "token", "logs")) {
            Process asked = launch(command);
            assertThat(exitCode(asked)).isEqualTo(1);
            assertThat(said(asked)).contains("./townhall up builds it");
        }
        assertThat(clone.resolve("builds")).doesNotExist();
    }

    @Test
    void nothingIsPreparedForArgumentsThatAreNotUnderstood() throws Exception {
        Files.createFile(clone.resolve("may-end"));

        Process refused = launch("up", "--nope");

        assertThat(exitCode(refused)).as(() -> said(refused)).isEqualTo(2);
        assertThat(said(refused)).contains("asked: prepare up --nope").doesNotContain("asked: up");
    }

    @Test
    void whoAsksForHelpWaitsForNothing() throws Exception {
        Files.createFile(clone.resolve("may-end"));
        assertThat(exitCode(launch("import"))).isZero();
        Files.writeString(clone.resolve("standalone/src/main/changed"), "");

        Process help = launch("up", "--help");

        assertThat(exitCode(help)).isZero();
        assertThat(said(help)).startsWith("asked: up --help");
        assertThat(Files.readAllLines(clone.resolve("builds"))).hasSize(1);
    }

    private Process launch(String... command) throws IOException {
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(clone.resolve("townhall").toString()), Stream.of(command))
                                .toList())
                .redirectErrorStream(true)
                .redirectOutput(clone.resolve("said-" + started.size()).toFile())
                .start();
        started.add(process);
        return process;
    }

    private String said(Process process) {
        try {
            return Files.readString(clone.resolve("said-" + started.indexOf(process)));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private static void writeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Program.class.getName());
        String entry = Program.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream into = new JarOutputStream(out, manifest);
                var bytes = Program.class.getClassLoader().getResourceAsStream(entry)) {
            into.putNextEntry(new JarEntry(entry));
            Objects.requireNonNull(bytes).transferTo(into);
        }
    }
}
