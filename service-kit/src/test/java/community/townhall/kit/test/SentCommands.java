/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import community.townhall.kit.mongo.Migrations;
import java.net.URL;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;

/** One example of each kind of query that the services under test have sent; of what the tests themselves send, none. */
final class SentCommands implements CommandListener {

    private static final String OURS = "community.townhall.";
    /** What MongoDB plans, and where the command has it. */
    private static final Set<String> PLANNED =
            Set.of("find", "aggregate", "count", "distinct", "findAndModify", "update", "delete");

    private static final Map<String, String> STATEMENTS = Map.of("update", "updates", "delete", "deletes");
    /** Of the session and the connection, not of the query. */
    private static final List<String> AROUND = List.of(
            "lsid", "$db", "$clusterTime", "$readPreference", "writeConcern", "readConcern", "txnNumber", "ordered");

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

    private static final ClassValue<Boolean> OF_TESTS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            CodeSource source = type.getProtectionDomain().getCodeSource();
            URL place = source == null ? null : source.getLocation();
            return place != null
                    && (place.getPath().endsWith("/test-classes/")
                            || place.getPath().endsWith("-tests.jar"));
        }
    };

    /**
     * @param command with one statement
     * @param sender the class and method that asked
     */
    record Sent(String database, BsonDocument command, String sender) {

        @Override
        public String toString() {
            return sender + " sends " + command.toJson();
        }
    }

    private static final SentCommands ALL = new SentCommands();

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Sent> fresh = new LinkedBlockingQueue<>();

    private SentCommands() {}

    /** Listens to all that the services of that context will send. */
    static void listenTo(ConfigurableApplicationContext context) {
        MongoClientSettingsBuilderCustomizer listening = settings -> settings.addCommandListener(ALL);
        context.getBeanFactory().registerSingleton("sentCommands", listening);
    }

    /** Those of a kind that was not sent before the last call. */
    static List<Sent> fresh() {
        List<Sent> fresh = new ArrayList<>();
        ALL.fresh.drainTo(fresh);
        return fresh;
    }

    /** To be had again by the next call. */
    static void putBack(Sent sent) {
        ALL.fresh.add(sent);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        String name = event.getCommandName();
        BsonDocument command = event.getCommand();
        if (!PLANNED.contains(name)
                || !Objects.requireNonNull(command.get(name)).isString()) {
            return;
        }
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> sender(frames.filter(frame -> isOurs(frame.getDeclaringClass()))
                        .toList()))
                .filter(frame -> !OF_TESTS.get(frame.getDeclaringClass()))
                .ifPresent(frame -> note(
                        event.getDatabaseName(),
                        command,
                        frame.getDeclaringClass().getSimpleName() + "." + method(frame)));
    }

    /** What is done once for a database may look through all of it. */
    private static Optional<StackWalker.StackFrame> sender(List<StackWalker.StackFrame> ours) {
        boolean once = ours.stream().anyMatch(frame -> frame.getDeclaringClass() == Migrations.class);
        return once ? Optional.empty() : ours.stream().findFirst();
    }

    private static String method(StackWalker.StackFrame frame) {
        return LAMBDA.matcher(frame.getMethodName()).replaceFirst("$1");
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(OURS) && type != SentCommands.class;
    }

    private void note(String database, BsonDocument command, String sender) {
        String name = command.getFirstKey();
        String statements = STATEMENTS.get(name);
        if (statements == null) {
            note(new Sent(database, command, sender));
            return;
        }
        for (BsonValue statement : command.getArray(statements)) {
            BsonDocument one =
                    new BsonDocument(name, command.get(name)).append(statements, new BsonArray(List.of(statement)));
            note(new Sent(database, one, sender));
        }
    }

    private void note(Sent sent) {
        if (known.add(sent.sender() + shape(sent.command()))) {
            BsonDocument copy = BsonDocument.parse(sent.command().toJson());
            AROUND.forEach(copy::remove);
            fresh.add(new Sent(sent.database(), copy, sent.sender()));
        }
    }

    /** A query without its values: queries of one shape have one plan. */
    private static String shape(BsonValue value) {
        if (value.isDocument()) {
            Map<String, String> fields = new TreeMap<>();
            value.asDocument().forEach((field, part) -> {
                if (!AROUND.contains(field)) {
                    // What an update changes to has no part in how it is found.
                    fields.put(field, field.equals("u") ? "" : field.equals("sort") ? part.toString() : shape(part));
                }
            });
            return fields.toString();
        }
        if (value.isArray()) {
            return value.asArray().stream()
                    .map(SentCommands::shape)
                    .collect(Collectors.toCollection(TreeSet::new))
                    .toString();
        }
        return value.getBsonType().name();
    }
}
