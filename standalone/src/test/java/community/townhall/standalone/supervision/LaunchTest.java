/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {

    @TempDir
    Path folder;

    @Test
    void a_log_that_has_grown_long_is_set_aside_while_its_process_goes_on_writing() throws IOException {
        Path log = folder.resolve("child.log");
        Path fifo = folder.resolve("said");
        Launch launch = new Launch(folder.resolve("child.pid"), log, folder.resolve("child.hold"));
        Process child = launch.start(
                List.of(
                        "/bin/sh",
                        "-c",
                        "mkfifo \"$0\"; exec 3<>\"$0\"; while read -r line <&3; do echo \"$line\"; done",
                        fifo.toString()),
                Map.of());
        try {
            await().until(() -> Files.exists(fifo));
            say(fifo, "first");
            await().until(() -> Files.readString(log).equals("first\n"));

            launch.boundLog(100);
            assertThat(Files.readString(log)).as("short enough").isEqualTo("first\n");
            launch.boundLog(5);
            say(fifo, "second");

            await().until(() -> Files.readString(log).equals("second\n"));
            assertThat(Files.readString(folder.resolve("child.log.1"))).isEqualTo("first\n");
        } finally {
            child.destroyForcibly();
        }
    }

    private static void say(Path fifo, String line) throws IOException {
        try (OutputStream out = Files.newOutputStream(fifo)) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
