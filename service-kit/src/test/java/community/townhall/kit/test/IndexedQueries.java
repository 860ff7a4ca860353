/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import community.townhall.embeddedmongo.test.TestMongo;
import community.townhall.kit.test.SentCommands.Sent;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Has a real MongoDB explain every kind of query that a service sends in its tests: one that costs more than what it answers
 * with fails the test in which it was first sent, so that none can be forgotten. What tests themselves send is not held to it.
 *
 * <p>What may cost more stands in a {@code costly-queries.properties} of the tests: for a class and method, what of
 * {@link QueryPlan#excesses} it has, and why that is bounded.
 */
public final class IndexedQueries implements AfterEachCallback {

    private static final String EXCUSES = "costly-queries.properties";

    /** Made when first needed. */
    private static final class Lazy {
        static final MongoClient CLIENT = MongoClients.create(TestMongo.uri());
        static final Map<String, Set<String>> EXCUSED = excused();
    }

    /** Has them noted from now on. */
    public static void of(ConfigurableApplicationContext context) {
        SentCommands.listenTo(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (TestMongo.mongod() == null) {
            return;
        }
        List<String> costly = new ArrayList<>();
        for (Sent sent : SentCommands.fresh()) {
            QueryPlan plan = explain(sent);
            if (plan.isOfNothing()) {
                SentCommands.putBack(sent);
            } else {
                Set<String> excesses = plan.excesses();
                excesses.removeAll(Lazy.EXCUSED.getOrDefault(sent.sender(), Set.of()));
                if (!excesses.isEmpty()) {
                    costly.add(sent + "\n  costs more than what it answers with by " + excesses);
                }
            }
        }
        assertThat(costly)
                .as("queries without an index; excuses belong in %s", EXCUSES)
                .isEmpty();
    }

    private static QueryPlan explain(Sent sent) {
        BsonDocument command =
                new BsonDocument("explain", sent.command()).append("verbosity", new BsonString("queryPlanner"));
        return new QueryPlan(Lazy.CLIENT.getDatabase(sent.database()).runCommand(command, BsonDocument.class));
    }

    private static Map<String, Set<String>> excused() {
        Map<String, Set<String>> excused = new HashMap<>();
        try {
            for (URL file :
                    Collections.list(IndexedQueries.class.getClassLoader().getResources(EXCUSES))) {
                Properties excuses = new Properties();
                try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                    excuses.load(reader);
                }
                for (String sender : excuses.stringPropertyNames()) {
                    String[] excuse = excuses.getProperty(sender).split(":", 2);
                    assertThat(excuse).as("what and why: %s", sender).hasSize(2);
                    excused.put(sender, Set.of(excuse[0].trim().split(" ")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return excused;
    }
}
