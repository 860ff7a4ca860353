/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.townhall.standalone.Refusal;
import community.townhall.standalone.command.Command.Attachment;
import community.townhall.standalone.plan.Ports;
import community.townhall.standalone.plan.Settings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    private static final Path DEFAULT = Path.of("/repository/.townhall");

    @Test
    void upStaysInTheForegroundOnPort8080WithServersOfItsOwn() {
        assertThat(parse("up"))
                .isEqualTo(new Command.Up(
                        DEFAULT, new Settings(new Ports(8080), null, null, null), Attachment.FOREGROUND));
    }

    @Test
    void upTakesItsOptionsInAnyOrder() {
        assertThat(parse(
                        "up",
                        "--kafka",
                        "k:9092",
                        "--detach",
                        "--port",
                        "9000",
                        "--data",
                        "/d",
                        "--mongodb-uri",
                        "mongodb://m/"))
                .isEqualTo(new Command.Up(
                        Path.of("/d"),
                        new Settings(new Ports(9000), "mongodb://m/", "k:9092", null),
                        Attachment.DETACHED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "down",
                "status",
                "logs",
                "stop kafka",
                "start kafka",
                "token --role operator",
                "import stackexchange dir",
                "up"
            })
    void everyCommandTakesADataDirectory(String command) {
        Command parsed = parse((command + " --data /elsewhere").split(" "));
        Path data = switch (parsed) {
            case Command.Up up -> up.data();
            case Command.Down down -> down.data();
            case Command.Stop stop -> stop.data();
            case Command.Start start -> start.data();
            case Command.Status status -> status.data();
            case Command.Logs logs -> logs.data();
            case Command.Token token -> token.data();
            case Command.Import imports -> imports.data();
            case Command.Prepare _, Command.Help _ -> throw new AssertionError(parsed);
        };
        assertThat(data).isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void aRelativeDataDirectoryIsSeenFromWhereTheCommandWasGiven() {
        assertThat(((Command.Down) parse("down", "--data", "here")).data())
                .isEqualTo(Path.of("here").toAbsolutePath());
    }

    @Test
    void importKnowsAnOrigin() {
        assertThat(parse("import", "stackexchange", "dump", "--origin", "quantum"))
                .isEqualTo(new Command.Import(DEFAULT, List.of("stackexchange", "dump", "--origin", "quantum")));
    }

    @Test
    void importPassesOnWhatItDoesNotKnow() {
        assertThat(parse("import", "stackexchange", "dump", "--data", "/d", "--report", "r.json", "--parallel", "2"))
                .isEqualTo(new Command.Import(
                        Path.of("/d"), List.of("stackexchange", "dump", "--report", "r.json", "--parallel", "2")));
    }

    @Test
    void stopAndStartNameAProcess() {
        assertThat(parse("stop", "moderation")).isEqualTo(new Command.Stop(DEFAULT, "moderation"));
        assertThat(parse("start", "moderation")).isEqualTo(new Command.Start(DEFAULT, "moderation"));
        assertThatThrownBy(() -> parse("stop")).isInstanceOf(Refusal.class).hasMessageContaining("PROCESS");
    }

    @Test
    void logsOfOneProcessAreFollowed() {
        assertThat(parse("logs", "kafka", "-f")).isEqualTo(new Command.Logs(DEFAULT, "kafka", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start",
                "up --port",
                "up --port many",
                "up --port 0",
                "up --port 65530",
                "up --prot 8080",
                "up --mongod /m --mongodb-uri mongodb://m/",
                "status --port 8080",
                "logs kafka mongo",
                "token",
                "token --role king",
                "down now",
                "import",
                "import foo",
                "import stackexchange --report r.json",
                "prepare up --nope",
                "prepare up --port"
            })
    void whatIsNotUnderstoodIsRefused(String command) {
        assertThatThrownBy(() -> parse(command.split(" "))).isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsPreparedForIsUnderstoodFirst() {
        assertThat(parse("prepare")).isEqualTo(new Command.Prepare());
        assertThat(parse("prepare", "up", "--port", "9000", "--detach")).isEqualTo(new Command.Prepare());
        assertThat(parse("prepare", "up", "--help")).isEqualTo(parse("up", "--help"));
    }

    @Test
    void nothingAsksForHelpAndSoDoesEveryCommandThatIsAskedForIt() {
        assertThat(help("help"))
                .contains("up", "down", "stop", "start", "status", "logs", "token", "import", "--data DIR")
                .doesNotContain("supervise", "prepare");
        assertThat(help()).isEqualTo(help("help")).isEqualTo(help("--help"));
        assertThat(help("up", "-h")).contains("--port", "8080", "--mongod", "--detach");
        assertThat(help("token", "--help")).contains("operator, moderator, member");
        assertThat(help("import", "stackexchange", "-h")).contains("--report");
    }

    private static String help(String... arguments) {
        return ((Command.Help) parse(arguments)).text();
    }

    private static Command parse(String... arguments) {
        return new Arguments(DEFAULT).parse(List.of(arguments));
    }
}
