/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.command;

import community.townhall.standalone.plan.Settings;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for. */
public sealed interface Command {

    enum Attachment {
        /** Stays in the terminal until Ctrl-C. */
        FOREGROUND,
        /** Returns when everything is ready. */
        DETACHED,
        /** The process that {@link #DETACHED} leaves behind. */
        BACKGROUND
    }

    record Up(Path data, Settings settings, Attachment attachment) implements Command {}

    record Down(Path data) implements Command {}

    /** @param process to end, and not to start again until {@link Start} */
    record Stop(Path data, String process) implements Command {}

    record Start(Path data, String process) implements Command {}

    record Status(Path data, boolean json) implements Command {}

    /** @param process absent for all */
    record Logs(Path data, @Nullable String process, boolean follow) implements Command {}

    /** @param member whose token it is, absent for the script's own */
    record Token(Path data, String role, @Nullable String member) implements Command {}

    /** @param arguments for the importer, as they were given */
    record Import(Path data, List<String> arguments) implements Command {}

    /** Unpacks the built programs and makes their ahead-of-time caches. */
    record Prepare() implements Command {}

    /** @param text that tells what there is */
    record Help(String text) implements Command {}
}
