/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import java.io.IOException;
import java.util.List;

/** The programs of the machine that some tests need and a user does not. */
final class Programs {

    private Programs() {}

    /** Whether that can be run here and ends well. */
    static boolean work(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
