/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.command;

import community.townhall.standalone.Refusal;
import community.townhall.standalone.command.Command.Attachment;
import community.townhall.standalone.mongod.Mongod;
import community.townhall.standalone.plan.Ports;
import community.townhall.standalone.plan.Settings;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of {@code ./townhall}. */
public final class CommandLine {

    public static final String USAGE = """
            Usage: ./townhall COMMAND [OPTIONS]

              up        start everything and stay until Ctrl-C
                  --detach            return as soon as everything is ready
                  --port PORT         of the console and the API, by default 8080; the next 22 are used as well
                  --mongodb-uri URI   use this MongoDB (a replica set) and start none
                  --kafka SERVERS     use these Kafka brokers and start none
                  --mongod [PATH]     start this mongod, or the one on the PATH, in place of the embedded server
              down      stop everything; the data stays
              stop PROCESS            let one of them rest, to see how the others do without it
              start PROCESS           wake it again
              status    what runs, whether it is healthy, and how events flow
                  --json
              logs [PROCESS] [-f]     of mongo, kafka, content, engagement, moderation, rewards, gateway or supervisor
              token     print an access token for scripts
                  --role operator|moderator|member
                  --member ID         speak for this member
              import stackexchange DIR
                  --report FILE       write the reconciliation as JSON

            Every command takes --data DIR, by default .townhall beside this script.""";

    private static final Set<String> ROLES = Set.of("operator", "moderator", "member");

    private final Path defaultData;

    /** @param defaultData for commands that name none */
    public CommandLine(Path defaultData) {
        this.defaultData = defaultData;
    }

    /** @throws Refusal when the arguments ask for nothing we know */
    public Command parse(List<String> arguments) {
        if (arguments.isEmpty() || arguments.contains("--help") || arguments.contains("-h")) {
            return new Command.Help();
        }
        Deque<String> rest = new ArrayDeque<>(arguments.subList(1, arguments.size()));
        String command = arguments.getFirst();
        return switch (command) {
            case "up" -> up(rest, Attachment.FOREGROUND);
            case "supervise" -> up(rest, Attachment.BACKGROUND);
            case "down" -> down(rest);
            case "stop" -> {
                OfProcess named = ofProcess(command, rest);
                yield new Command.Stop(named.data(), named.process());
            }
            case "start" -> {
                OfProcess named = ofProcess(command, rest);
                yield new Command.Start(named.data(), named.process());
            }
            case "status" -> status(rest);
            case "logs" -> logs(rest);
            case "token" -> token(rest);
            case "import" -> imports(rest);
            case "prepare" -> prepare(arguments.subList(1, arguments.size()));
            case "help" -> new Command.Help();
            default -> throw new Refusal("There is no command '" + command + "'; ./townhall help lists them");
        };
    }

    /** @param next what is run once it is prepared, to be refused before anything is done for it */
    private Command prepare(List<String> next) {
        return next.isEmpty() || parse(next) instanceof Command.Up ? new Command.Prepare() : new Command.Help();
    }

    private Command up(Deque<String> rest, Attachment given) {
        Path data = defaultData;
        int port = Settings.DEFAULT_PORT;
        String mongodbUri = null;
        String kafka = null;
        Path mongod = null;
        Attachment attachment = given;
        while (!rest.isEmpty()) {
            String option = rest.remove();
            switch (option) {
                case "--data" -> data = path(option, rest);
                case "--port" -> port = number(option, rest);
                case "--mongodb-uri" -> mongodbUri = value(option, rest);
                case "--kafka" -> kafka = value(option, rest);
                case "--mongod" ->
                    mongod = rest.isEmpty() || rest.peek().startsWith("--") ? Mongod.onPath() : path(option, rest);
                case "--detach" -> attachment = Attachment.DETACHED;
                default -> throw unknown("up", option);
            }
        }
        if (mongodbUri != null && mongod != null) {
            throw new Refusal("--mongodb-uri uses a MongoDB that runs and --mongod starts one; give one of them");
        }
        return new Command.Up(data, new Settings(new Ports(port), mongodbUri, kafka, mongod), attachment);
    }

    private Command down(Deque<String> rest) {
        Path data = defaultData;
        while (!rest.isEmpty()) {
            String option = rest.remove();
            if (!option.equals("--data")) {
                throw unknown("down", option);
            }
            data = path(option, rest);
        }
        return new Command.Down(data);
    }

    private record OfProcess(Path data, String process) {}

    private OfProcess ofProcess(String command, Deque<String> rest) {
        Path data = defaultData;
        String process = null;
        while (!rest.isEmpty()) {
            String argument = rest.remove();
            if (argument.equals("--data")) {
                data = path(argument, rest);
            } else if (argument.startsWith("-") || process != null) {
                throw unknown(command, argument);
            } else {
                process = argument;
            }
        }
        if (process == null) {
            throw new Refusal(command + " needs the name of a process; ./townhall status lists them");
        }
        return new OfProcess(data, process);
    }

    private Command status(Deque<String> rest) {
        Path data = defaultData;
        boolean json = false;
        while (!rest.isEmpty()) {
            String option = rest.remove();
            switch (option) {
                case "--data" -> data = path(option, rest);
                case "--json" -> json = true;
                default -> throw unknown("status", option);
            }
        }
        return new Command.Status(data, json);
    }

    private Command logs(Deque<String> rest) {
        Path data = defaultData;
        String process = null;
        boolean follow = false;
        while (!rest.isEmpty()) {
            String option = rest.remove();
            switch (option) {
                case "--data" -> data = path(option, rest);
                case "-f", "--follow" -> follow = true;
                default -> {
                    if (option.startsWith("-") || process != null) {
                        throw unknown("logs", option);
                    }
                    process = option;
                }
            }
        }
        return new Command.Logs(data, process, follow);
    }

    private Command token(Deque<String> rest) {
        Path data = defaultData;
        String role = null;
        String member = null;
        while (!rest.isEmpty()) {
            String option = rest.remove();
            switch (option) {
                case "--data" -> data = path(option, rest);
                case "--role" -> role = value(option, rest);
                case "--member" -> member = value(option, rest);
                default -> throw unknown("token", option);
            }
        }
        if (role == null || !ROLES.contains(role)) {
            throw new Refusal("token needs --role operator, moderator or member");
        }
        return new Command.Token(data, role, member);
    }

    private Command imports(Deque<String> rest) {
        Path data = defaultData;
        List<String> forImporter = new ArrayList<>();
        while (!rest.isEmpty()) {
            String argument = rest.remove();
            if (argument.equals("--data")) {
                data = path(argument, rest);
            } else {
                forImporter.add(argument);
            }
        }
        if (forImporter.size() < 2
                || !forImporter.getFirst().equals("stackexchange")
                || forImporter.get(1).startsWith("-")) {
            throw new Refusal("import needs to know what to import: stackexchange DIR");
        }
        return new Command.Import(data, List.copyOf(forImporter));
    }

    private static Path path(String option, Deque<String> rest) {
        return Path.of(value(option, rest)).toAbsolutePath().normalize();
    }

    private static int number(String option, Deque<String> rest) {
        String value = value(option, rest);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new Refusal(option + " wants a number, not '" + value + "'");
        }
    }

    private static String value(String option, Deque<String> rest) {
        @Nullable String value = rest.poll();
        if (value == null || value.isEmpty()) {
            throw new Refusal(option + " needs a value");
        }
        return value;
    }

    private static Refusal unknown(String command, String option) {
        return new Refusal(command + " does not know '" + option + "'; ./townhall help lists what it does");
    }
}
