/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.mongod;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ClusterConnectionMode;
import community.townhall.standalone.supervision.Probe;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * Ready when the server is the primary of its replica set of one. Initiates the set when there is none, and corrects
 * its address when the data moved to another port.
 */
public record ReplicaSetOfOne(int port) implements Probe {

    public static final String NAME = "townhall";

    private static final int NOT_YET_INITIALIZED = 94;
    private static final int TIMEOUT_SECONDS = 3;

    @Override
    public boolean isReady() {
        try (MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.mode(ClusterConnectionMode.SINGLE)
                        .hosts(List.of(new ServerAddress("127.0.0.1", port)))
                        .serverSelectionTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                .build())) {
            MongoDatabase admin = client.getDatabase("admin");
            if (admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary", false)) {
                return true;
            }
            setUp(admin);
            return false;
        } catch (MongoException e) {
            return false;
        }
    }

    private void setUp(MongoDatabase admin) {
        try {
            Document configuration =
                    admin.runCommand(new Document("replSetGetConfig", 1)).get("config", Document.class);
            Document member = configuration.getList("members", Document.class).getFirst();
            if (!address().equals(member.getString("host"))) {
                member.put("host", address());
                configuration.put("version", configuration.getInteger("version") + 1);
                admin.runCommand(new Document("replSetReconfig", configuration).append("force", true));
            }
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != NOT_YET_INITIALIZED) {
                throw e;
            }
            admin.runCommand(new Document(
                    "replSetInitiate",
                    new Document("_id", NAME)
                            .append("members", List.of(new Document("_id", 0).append("host", address())))));
        }
    }

    private String address() {
        return "127.0.0.1:" + port;
    }
}
