/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.command;

import community.townhall.standalone.Refusal;
import community.townhall.standalone.command.Command.Attachment;
import community.townhall.standalone.mongod.Mongod;
import community.townhall.standalone.plan.Ports;
import community.townhall.standalone.plan.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Unmatched;

/** The arguments of {@code ./townhall}, and what they ask for. */
public final class Arguments {

    private final Path defaultData;

    /** @param defaultData for commands that name none */
    public Arguments(Path defaultData) {
        this.defaultData = defaultData;
    }

    /** @throws Refusal when they ask for nothing we know */
    public Command parse(List<String> arguments) {
        if (!arguments.isEmpty() && arguments.getFirst().equals("prepare")) {
            return prepare(arguments.subList(1, arguments.size()));
        }
        CommandLine line = new CommandLine(CommandSpec.create()
                .name("./townhall")
                .usageMessage(new CommandLine.Model.UsageMessageSpec()
                        .synopsisSubcommandLabel("COMMAND")
                        .commandListHeading("%nCommands, each of which says more when asked for --help:%n")
                        .footer("", "Every command takes --data DIR, by default .townhall beside this script."))
                .mixinStandardHelpOptions(false)
                .addOption(help()));
        List<Asked> all = List.of(
                new UpAsked(),
                new DownAsked(),
                new StopAsked(),
                new StartAsked(),
                new StatusAsked(),
                new LogsAsked(),
                new TokenAsked(),
                new ImportAsked());
        all.forEach(line::addSubcommand);
        line.addSubcommand(new SuperviseAsked());
        line.getSubcommands().values().forEach(each -> each.getCommandSpec().addOption(help()));
        return asked(line, arguments);
    }

    /** @param next what is run once it is prepared, to be refused before anything is done for it */
    private Command prepare(List<String> next) {
        Command asked = next.isEmpty() ? new Command.Prepare() : parse(next);
        return asked instanceof Command.Up ? new Command.Prepare() : asked;
    }

    private static CommandLine.Model.OptionSpec help() {
        return CommandLine.Model.OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Say what there is.")
                .build();
    }

    private Command asked(CommandLine line, List<String> arguments) {
        boolean plain = arguments.isEmpty() || arguments.getFirst().equals("help");
        try {
            ParseResult whole = line.parseArgs((plain ? List.of("--help") : arguments).toArray(String[]::new));
            CommandLine last = whole.asCommandLineList().getLast();
            if (last.isUsageHelpRequested() || !(last.getCommand() instanceof Asked asked)) {
                return new Command.Help(last.getUsageMessage());
            }
            return asked.command(this);
        } catch (ParameterException e) {
            throw new Refusal(e.getMessage() + "; ./townhall help lists what there is");
        }
    }

    private Path data(Asked asked) {
        return asked.data == null ? defaultData : asked.data.toAbsolutePath().normalize();
    }

    /** One of the commands, with what was given for it. */
    private abstract static class Asked {

        @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept.")
        @Nullable
        Path data;

        abstract Command command(Arguments arguments);
    }

    @CommandLine.Command(name = "up", description = "Start everything and stay until Ctrl-C.")
    private static class UpAsked extends Asked {

        @Option(names = "--detach", description = "Return as soon as everything is ready.")
        boolean detach;

        @Option(
                names = "--port",
                paramLabel = "PORT",
                defaultValue = "" + Settings.DEFAULT_PORT,
                description = "Of the console and the API, by default ${DEFAULT-VALUE}; the next 22 are used as well.")
        int port;

        @Option(
                names = "--mongodb-uri",
                paramLabel = "URI",
                description = "Use this MongoDB (a replica set) and start none.")
        @Nullable
        String mongodbUri;

        @Option(names = "--kafka", paramLabel = "SERVERS", description = "Use these Kafka brokers and start none.")
        @Nullable
        String kafka;

        @Option(
                names = "--mongod",
                paramLabel = "PATH",
                arity = "0..1",
                fallbackValue = "",
                description = "Start this mongod, or the one on the PATH, in place of the embedded server.")
        @Nullable
        String mongod;

        @Override
        Command command(Arguments arguments) {
            return up(arguments, detach ? Attachment.DETACHED : Attachment.FOREGROUND);
        }

        Command up(Arguments arguments, Attachment attachment) {
            if (mongodbUri != null && mongod != null) {
                throw new Refusal("--mongodb-uri uses a MongoDB that runs and --mongod starts one; give one of them");
            }
            @Nullable
            Path program = mongod == null
                    ? null
                    : mongod.isEmpty()
                            ? Mongod.onPath()
                            : Path.of(mongod).toAbsolutePath().normalize();
            return new Command.Up(
                    arguments.data(this), new Settings(new Ports(port), mongodbUri, kafka, program), attachment);
        }
    }

    /** What {@code up --detach} leaves behind. */
    @CommandLine.Command(name = "supervise", hidden = true)
    private static final class SuperviseAsked extends UpAsked {

        @Override
        Command command(Arguments arguments) {
            return up(arguments, Attachment.BACKGROUND);
        }
    }

    @CommandLine.Command(name = "down", description = "Stop everything; the data stays.")
    private static final class DownAsked extends Asked {

        @Override
        Command command(Arguments arguments) {
            return new Command.Down(arguments.data(this));
        }
    }

    private abstract static class OfProcess extends Asked {

        @Parameters(paramLabel = "PROCESS", description = "Its name; ./townhall status lists them.")
        String process = "";
    }

    @CommandLine.Command(name = "stop", description = "Let one process rest, to see how the others do without it.")
    private static final class StopAsked extends OfProcess {

        @Override
        Command command(Arguments arguments) {
            return new Command.Stop(arguments.data(this), process);
        }
    }

    @CommandLine.Command(name = "start", description = "Wake it again.")
    private static final class StartAsked extends OfProcess {

        @Override
        Command command(Arguments arguments) {
            return new Command.Start(arguments.data(this), process);
        }
    }

    @CommandLine.Command(name = "status", description = "What runs, whether it is healthy, and how events flow.")
    private static final class StatusAsked extends Asked {

        @Option(names = "--json", description = "For programs.")
        boolean json;

        @Override
        Command command(Arguments arguments) {
            return new Command.Status(arguments.data(this), json);
        }
    }

    @CommandLine.Command(name = "logs", description = "What the processes say, or one of them.")
    private static final class LogsAsked extends Asked {

        @Parameters(
                paramLabel = "PROCESS",
                arity = "0..1",
                description = "mongo, kafka, content, engagement, moderation, rewards, gateway or supervisor.")
        @Nullable
        String process;

        @Option(
                names = {"-f", "--follow"},
                description = "Go on until Ctrl-C.")
        boolean follow;

        @Override
        Command command(Arguments arguments) {
            return new Command.Logs(arguments.data(this), process, follow);
        }
    }

    @CommandLine.Command(name = "token", description = "Print an access token for scripts.")
    private static final class TokenAsked extends Asked {

        private enum Role {
            operator,
            moderator,
            member
        }

        @Option(names = "--role", paramLabel = "ROLE", required = true, description = "${COMPLETION-CANDIDATES}.")
        @Nullable
        Role role;

        @Option(names = "--member", paramLabel = "ID", description = "Speak for this member.")
        @Nullable
        String member;

        @Override
        Command command(Arguments arguments) {
            return new Command.Token(
                    arguments.data(this), Objects.requireNonNull(role).name(), member);
        }
    }

    @CommandLine.Command(
            name = "import",
            description = "Move a community in from a dump of it.",
            customSynopsis = "./townhall import stackexchange DIR [--origin NAME] [--report FILE] [--data DIR]")
    private static final class ImportAsked extends Asked {

        @Parameters(index = "0", paramLabel = "stackexchange", description = "What it is a dump of.")
        String source = "";

        @Parameters(index = "1", paramLabel = "DIR", description = "Where its files are.")
        String folder = "";

        @Option(names = "--report", paramLabel = "FILE", description = "Write the reconciliation as JSON.")
        @Nullable
        String report;

        @Option(
                names = "--origin",
                paramLabel = "NAME",
                description =
                        "Which community it is a dump of, by default its site, from the folder's name: what was moved in under"
                                + " that name before is followed, and under another everything comes in once more.")
        @Nullable
        String origin;

        /** For the importer, which has options for those who run it by itself. */
        @Unmatched
        List<String> others = new ArrayList<>();

        @Override
        Command command(Arguments arguments) {
            if (!source.equals("stackexchange")) {
                throw new Refusal("import needs to know what to import: stackexchange DIR");
            }
            List<String> forImporter = new ArrayList<>(List.of(source, folder));
            if (report != null) {
                forImporter.addAll(List.of("--report", report));
            }
            if (origin != null) {
                forImporter.addAll(List.of("--origin", origin));
            }
            forImporter.addAll(others);
            return new Command.Import(arguments.data(this), List.copyOf(forImporter));
        }
    }
}
