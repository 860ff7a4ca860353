/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.kafka;

import community.townhall.standalone.Refusal;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** The broker's log directory, given its cluster id by Kafka's own formatter before its first use. */
record KafkaStorage(Path directory) {

    void formatIfNew() {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(directory);
            if (holdsLogs()) {
                throw new Refusal(directory + " holds event logs but its meta.properties is missing: restore it from a"
                        + " backup, or remove the directory and lose the events not yet processed");
            }
            new Formatter()
                    .setPrintStream(new PrintStream(System.out, true))
                    .setNodeId(BrokerProperties.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(directory.toString()))
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName(BrokerProperties.CONTROLLER)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refusal e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Kafka's storage in " + directory + " could not be formatted", e);
        }
    }

    private boolean holdsLogs() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.anyMatch(Files::isDirectory);
        }
    }
}
