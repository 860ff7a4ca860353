/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.command;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What kind of server a connection string leads to. */
final class DatabaseServer {

    private static final int PATIENCE_SECONDS = 3;

    private DatabaseServer() {}

    /** A name to show, such as {@code MongoDB 6.0.5} or {@code embedded server}; null when it does not answer. */
    static @Nullable String at(String uri) {
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            Document info = client.getDatabase("admin").runCommand(new Document("buildInfo", 1));
            return info.containsKey("embedded") ? "embedded server" : "MongoDB " + info.getString("version");
        } catch (MongoException e) {
            return null;
        }
    }
}
