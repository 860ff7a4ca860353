/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.mongod;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The configuration file of a MongoDB server that serves this machine only. */
public record MongodConfiguration(Path directory, int port) {

    /** Writes the file anew, for the port may have changed. */
    public List<String> commandOf(Path mongod) {
        try {
            Files.createDirectories(directory.resolve("db"));
            Files.writeString(file(), text());
            return List.of(mongod.toString(), "--config", file().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return directory.resolve("mongod.conf");
    }

    /** JSON is YAML's way to quote a path that may hold any character. */
    String text() {
        return """
                storage:
                  dbPath: "%s"
                  wiredTiger:
                    engineConfig:
                      cacheSizeGB: 0.25
                net:
                  bindIp: 127.0.0.1
                  port: %d
                replication:
                  replSetName: %s
                  oplogSizeMB: 990
                """.formatted(
                        directory.resolve("db").toString().replace("\\", "\\\\").replace("\"", "\\\""),
                        port,
                        ReplicaSetOfOne.NAME);
    }
}
