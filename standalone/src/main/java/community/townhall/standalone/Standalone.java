/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone;

import community.townhall.standalone.app.Programs;
import community.townhall.standalone.command.Arguments;
import community.townhall.standalone.command.Command;
import community.townhall.standalone.command.Down;
import community.townhall.standalone.command.OneProcess;
import community.townhall.standalone.command.Prepare;
import community.townhall.standalone.command.PrintToken;
import community.townhall.standalone.command.ShowLogs;
import community.townhall.standalone.command.ShowStatus;
import community.townhall.standalone.command.StartImport;
import community.townhall.standalone.command.Up;
import community.townhall.standalone.command.UpDetached;
import community.townhall.standalone.data.DataDirectory;
import java.nio.file.Path;
import java.util.List;

/**
 * The Java half of {@code ./townhall}. Ends with 0 when it did what was asked, 1 when it could not and 2 when it did not
 * understand. {@code townhall.home} names the project's root.
 */
public final class Standalone {

    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private Standalone() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path home = Path.of(System.getProperty("townhall.home", "")).toAbsolutePath();
        Command command;
        try {
            command = new Arguments(home.resolve(".townhall")).parse(List.of(arguments));
        } catch (Refusal e) {
            System.err.println("townhall: " + e.getMessage());
            System.exit(NOT_UNDERSTOOD);
            return;
        }
        try {
            System.exit(execute(command, new Programs(home)));
        } catch (Refusal e) {
            System.err.println("townhall: " + e.getMessage());
            System.exit(FAILED);
        }
    }

    private static int execute(Command command, Programs programs) throws InterruptedException {
        return switch (command) {
            case Command.Up up ->
                up.attachment() == Command.Attachment.DETACHED
                        ? new UpDetached(DataDirectory.at(up.data()), up.settings()).run()
                        : new Up(DataDirectory.at(up.data()), up, programs).run();
            case Command.Down down -> new Down(DataDirectory.at(down.data())).run();
            case Command.Stop stop -> new OneProcess(DataDirectory.at(stop.data()), stop.process()).stop();
            case Command.Start start -> new OneProcess(DataDirectory.at(start.data()), start.process()).start();
            case Command.Status status -> new ShowStatus(DataDirectory.at(status.data()), status.json()).run();
            case Command.Logs logs -> new ShowLogs(DataDirectory.at(logs.data()), logs.process(), logs.follow()).run();
            case Command.Token token ->
                new PrintToken(DataDirectory.at(token.data()), token.role(), token.member()).run();
            case Command.Import imports -> new StartImport(DataDirectory.at(imports.data()), imports.arguments()).run();
            case Command.Prepare _ -> new Prepare(programs).run();
            case Command.Help help -> {
                System.out.print(help.text());
                yield 0;
            }
        };
    }
}
