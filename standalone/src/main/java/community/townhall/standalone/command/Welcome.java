/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.command;

import community.townhall.standalone.data.DataDirectory;
import community.townhall.standalone.plan.Settings;
import java.io.PrintStream;

/** Where to go once everything is ready and, the first time, how to sign in. */
record Welcome(DataDirectory data, Settings settings) {

    void printTo(PrintStream out) {
        out.println();
        out.println("Townhall is ready:  " + settings.url() + "/");
        if (data.firstTime("operatorShown")) {
            out.println("  sign in as        operator");
            out.println("  with password     " + data.secrets().operatorPassword());
            out.println("  It is shown this once. Change it after signing in.");
        }
        out.flush();
    }
}
