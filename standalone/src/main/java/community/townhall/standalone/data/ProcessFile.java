/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The file in which a process notes its id. Ids are used again by the system, but only after their process has ended: so
 * a process is taken for ours when it started before the file was written and its command line has our mark.
 */
public record ProcessFile(Path path, String mark) {

    /** Start times of processes are told by a coarse clock. */
    private static final Duration CLOCK_GRAIN = Duration.ofSeconds(2);

    /** @param mark part of the command line that tells ours from every other process */
    public ProcessFile {}

    /** The live process that this file speaks of. */
    public Optional<ProcessHandle> process() {
        try {
            long pid = Long.parseLong(Files.readString(path).strip());
            Instant noted = Files.getLastModifiedTime(path).toInstant();
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> handle.info()
                            .startInstant()
                            .map(start -> isBefore(start, noted))
                            .orElse(false))
                    .filter(handle -> commandLine(handle).contains(mark));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** However long before: the first {@code up} of a checkout builds everything under the id it then supervises with. */
    static boolean isBefore(Instant start, Instant noted) {
        return start.isBefore(noted.plus(CLOCK_GRAIN));
    }

    private static String commandLine(ProcessHandle handle) {
        return handle.info()
                .commandLine()
                .orElseGet(() -> String.join(" ", handle.info().arguments().orElse(new String[0])));
    }
}
