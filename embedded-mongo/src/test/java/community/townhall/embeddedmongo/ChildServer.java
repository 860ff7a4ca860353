/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, to be killed. */
record ChildServer(Process process, BufferedReader output) implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("ready at (mongodb://\\S+),");

    static ChildServer start(Path data) throws IOException {
        return start(data, Map.of());
    }

    static ChildServer start(Path data, Map<String, String> environment) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MongoMain.class.getName(),
                        "--port",
                        "0",
                        "--data",
                        data.toString())
                .redirectErrorStream(true);
        command.environment().putAll(environment);
        Process process = command.start();
        return new ChildServer(process, process.inputReader(StandardCharsets.UTF_8));
    }

    /** Waits until the server answers. */
    String uri() throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return ready.group(1);
            }
            said.append(line).append('\n');
        }
        throw new IOException("The server ended: " + said);
    }

    /** Waits for the end; all that the server said. */
    String lastWords() throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
        }
        return said.toString();
    }

    /** Waits for the end, or until the server is ready and what it was started for has not come to pass. */
    void lastWords(BooleanSupplier happened) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (READY.matcher(line).find() && !happened.getAsBoolean()) {
                return;
            }
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
