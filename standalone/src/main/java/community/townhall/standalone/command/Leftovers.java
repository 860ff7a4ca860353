/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.command;

import community.townhall.standalone.data.DataDirectory;
import community.townhall.standalone.data.ProcessFile;
import community.townhall.standalone.supervision.Ending;
import java.time.Duration;
import java.util.List;

/** The processes of a run whose supervisor was killed. They go on without it, and are found by their notes. */
record Leftovers(DataDirectory data) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> SERVERS = List.of("kafka", "mongo");

    /**
     * Ends them, those that use others first. Only while no supervisor lives, which would start them again.
     *
     * @return how many there were
     */
    int end() {
        List<String> all = data.notedProcesses().stream()
                .filter(name -> !name.equals(DataDirectory.SUPERVISOR))
                .toList();
        int ended = end(all.stream().filter(name -> !SERVERS.contains(name)).toList())
                + end(SERVERS.stream().filter(all::contains).toList());
        return ended;
    }

    private int end(List<String> names) {
        List<ProcessFile> files = names.stream().map(data::processFile).toList();
        List<ProcessHandle> alive =
                files.stream().flatMap(file -> file.process().stream()).toList();
        alive.forEach(ProcessHandle::destroy);
        alive.forEach(process -> Ending.of(process, PATIENCE));
        files.forEach(ProcessFile::delete);
        return alive.size();
    }
}
