/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.command;

import community.townhall.standalone.Refusal;
import community.townhall.standalone.data.DataDirectory;
import community.townhall.standalone.supervision.Ending;
import java.time.Duration;
import java.util.Optional;

/** {@code down}: ends the supervisor, which ends the others, and whatever a killed supervisor left behind. */
public final class Down {

    /** Three stages of the supervisor's children, one after the other. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final DataDirectory data;

    public Down(DataDirectory data) {
        this.data = data;
    }

    public int run() {
        if (!data.exists()) {
            throw new Refusal("There is no Townhall in " + data.root());
        }
        Optional<ProcessHandle> supervisor = data.supervisor();
        if (supervisor.isPresent()) {
            System.out.println("Stopping Townhall on " + data.root());
            Ending.of(supervisor.get(), PATIENCE);
        }
        int leftovers = new Leftovers(data).end();
        if (supervisor.isEmpty() && leftovers == 0) {
            System.out.println("Townhall was not running on " + data.root());
        } else {
            System.out.println("Stopped; the data stays in " + data.root());
        }
        data.processFile(DataDirectory.SUPERVISOR).delete();
        return 0;
    }
}
