/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.command;

import community.townhall.standalone.data.DataDirectory;
import community.townhall.standalone.plan.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** {@code import}: runs the importer in this terminal, against this Townhall and with its script's credentials. */
public final class StartImport {

    private final DataDirectory data;
    private final List<String> arguments;

    public StartImport(DataDirectory data, List<String> arguments) {
        this.data = data;
        this.arguments = arguments;
    }

    public int run() throws InterruptedException {
        String url = RunningTownhall.of(data).settings().url();
        List<String> command = new ArrayList<>(List.of(
                JavaCommand.java().toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "community.townhall.importer.ImporterMain"));
        command.addAll(arguments);
        command.addAll(List.of("--url", url, "--record", data.imports().toString()));
        ProcessBuilder importer = new ProcessBuilder(command).inheritIO();
        importer.environment().put("TOWNHALL_CLIENT_SECRET", data.secrets().scriptSecret());
        try {
            return importer.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
