/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.plan;

import community.townhall.standalone.data.DataDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a child JVM: small, because eight of them share a laptop. */
public final class JavaCommand {

    private JavaCommand() {}

    /** The JVM that runs this one. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** What all children have in common; part of what an ahead-of-time cache depends on. */
    public static List<String> commonOptions() {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xss512k",
                // Maps a cache where it was written for. Moved elsewhere, its hundred megabytes become private memory.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-XX:ReservedCodeCacheSize=64m",
                // While a program starts, what is compiled grows by that share again and again, and each time stops it
                // for half a second to look for what may go: nothing may.
                "-XX:SweeperThreshold=100",
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:+AOTCompileEagerly",
                // Half a process answers nobody and looks alive; its successor is there in seconds.
                "-XX:+ExitOnOutOfMemoryError",
                // Gives back what the compilers took from malloc.
                "-XX:TrimNativeHeapInterval=15000",
                // Netty, Kafka and the Mongo driver load native code and use Unsafe; JDK 25 warns about both.
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }

    /** What the Spring applications have in common: a heap that starts small and grows to its limit only when it has to. */
    public static List<String> applicationOptions() {
        return List.of(
                "-Xms64m",
                // So much is made of long texts on their way that half of this fills before they are done with:
                // they were taken for what stays, and each collection of that stopped moderation for a third of a
                // second.
                "-Xmn40m",
                // The optimizing compiler took more than half of the processor time of an application's first minute.
                // The quick one alone, which compiles at once what the rehearsal showed to be hot, has the suite at its
                // full pace within seconds. Broker and database are small and busy, and soon better off with both.
                "-XX:TieredStopAtLevel=1");
    }

    /**
     * @param data tells its processes from those of another, and has a place for what they put aside
     * @param options beyond those that all have
     * @param program {@code -jar X} or {@code -cp X Main} and its arguments
     */
    static List<String> of(DataDirectory data, int heapMegabytes, List<String> options, List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(java().toString());
        command.add("-Dtownhall.data=" + data.root());
        command.add("-Djava.io.tmpdir=" + data.temporary());
        command.addAll(commonOptions());
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(options);
        command.addAll(program);
        return List.copyOf(command);
    }
}
