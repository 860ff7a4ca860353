/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.report;

import java.io.PrintStream;
import java.time.Duration;

/** One line that is drawn over on a terminal, and a line every few seconds where output goes to a file. */
public final class ProgressBar {

    private static final int WIDTH = 30;
    private static final long TERMINAL_INTERVAL = Duration.ofMillis(100).toNanos();
    private static final long FILE_INTERVAL = Duration.ofSeconds(5).toNanos();

    private final PrintStream out;
    private final boolean terminal;
    private final long total;
    private final long startedAt = System.nanoTime();
    private long lastDrawn;

    /** @param total of the units that {@link #at} is told in; the work counts as done when it is reached */
    public ProgressBar(PrintStream out, boolean terminal, long total) {
        this.out = out;
        this.terminal = terminal;
        this.total = Math.max(1, total);
    }

    /** Draws, unless it was drawn a moment ago. */
    public synchronized void at(String stage, long done) {
        long now = System.nanoTime();
        if (now - lastDrawn < (terminal ? TERMINAL_INTERVAL : FILE_INTERVAL)) {
            return;
        }
        lastDrawn = now;
        draw(stage, done, now);
    }

    /** Draws and leaves the line behind. */
    public synchronized void finish(String stage) {
        draw(stage, total, System.nanoTime());
        if (terminal) {
            out.println();
        }
    }

    private void draw(String stage, long done, long now) {
        double share = Math.min(1.0, (double) done / total);
        int filled = (int) (share * WIDTH);
        String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
        String line = "[%s] %3d %%  %-10s %s".formatted(bar, (int) (share * 100), stage, remaining(share, now));
        if (terminal) {
            out.print("\r" + line + "\u001B[K");
            out.flush();
        } else {
            out.println(line);
        }
    }

    private String remaining(double share, long now) {
        if (share < 0.01 || share >= 1) {
            return "";
        }
        double elapsed = (now - startedAt) / 1e9;
        long left = Math.round(elapsed / share - elapsed);
        return "about %d:%02d left".formatted(left / 60, left % 60);
    }
}
