/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.command;

import community.townhall.standalone.data.DataDirectory;
import community.townhall.standalone.supervision.Reports;
import java.io.PrintStream;
import java.time.Duration;

/** A line for everything that happens to a process. */
record ConsoleReports(PrintStream out, DataDirectory data) implements Reports {

    private static final int LAST_LINES = 5;

    @Override
    public void starting(String child) {
        print(child, "starting");
    }

    @Override
    public void ready(String child, Duration took) {
        print(child, "ready after %.1f s".formatted(took.toMillis() / 1000.0));
    }

    @Override
    public void ended(String child, int exitCode, Duration restartIn) {
        print(
                child,
                "ended by itself with exit code %d, starting again in %.1f s; the end of %s:"
                        .formatted(exitCode, restartIn.toMillis() / 1000.0, data.log(child)));
        GrowingFile.lastLines(data.log(child), LAST_LINES).forEach(line -> out.println("    | " + line));
        out.flush();
    }

    @Override
    public void held(String child) {
        print(child, "stopped, until ./townhall start " + child);
    }

    @Override
    public void forced(String child) {
        print(child, "did not end when asked and was killed");
    }

    private void print(String child, String what) {
        out.printf("  %-12s %s%n", child, what);
        out.flush();
    }
}
