/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.command;

import community.townhall.standalone.Refusal;
import community.townhall.standalone.data.DataDirectory;
import community.townhall.standalone.data.Run;

/** The run that a command speaks to. */
final class RunningTownhall {

    private RunningTownhall() {}

    /** @throws Refusal when nothing was ever started on this data, or it was stopped */
    static Run of(DataDirectory data) {
        if (!data.exists()) {
            throw new Refusal("There is no Townhall in " + data.root() + "; ./townhall up starts one");
        }
        return data.run()
                .filter(run -> data.notedProcesses().stream()
                        .anyMatch(name -> data.processFile(name).process().isPresent()))
                .orElseThrow(
                        () -> new Refusal("Townhall is not running on " + data.root() + "; ./townhall up starts it"));
    }
}
