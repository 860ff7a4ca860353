/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.supervision;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts a process so that it outlives the supervisor's accidents: it writes its own id before it becomes the program
 * (there is no moment at which it runs unnoted), writes its log straight to the file, and does not hear the Ctrl-C or
 * hang-up of the terminal, on which the supervisor ends it in order.
 *
 * @param hold a file: as long as it is there, the process is not to be started
 */
public record Launch(Path processFile, Path log, Path hold) {

    private static final long LONGEST_LOG = 20L << 20;

    private static final String NOTE_AND_BECOME = "trap '' INT HUP; echo $$ > \"$0\"; exec \"$@\"";

    private static final Path NOTHING = Path.of("/dev/null");

    /** Whether somebody stopped it for the time being. */
    boolean isHeld() {
        return Files.exists(hold);
    }

    /** Sets a log aside that has grown long, also while it is written. */
    void boundLog() throws IOException {
        boundLog(LONGEST_LOG);
    }

    /** The process goes on to write at the end of the file it has open, so the file stays and its content goes. */
    void boundLog(long longest) throws IOException {
        if (Files.exists(log) && Files.size(log) > longest) {
            Files.copy(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            FileChannel.open(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                    .close();
        }
    }

    public Process start(List<String> command, Map<String, String> environment) throws IOException {
        Files.createDirectories(log.getParent());
        boundLog(LONGEST_LOG);
        List<String> launched = new ArrayList<>(List.of("/bin/sh", "-c", NOTE_AND_BECOME, processFile.toString()));
        launched.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(launched)
                .redirectErrorStream(true)
                .redirectInput(NOTHING.toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
