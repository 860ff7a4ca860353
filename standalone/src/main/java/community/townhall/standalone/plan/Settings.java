/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.plan;

import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How a Townhall was asked to run.
 *
 * @param mongodbUri a MongoDB that somebody else runs, absent to start one
 * @param kafka bootstrap servers that somebody else runs, absent to start one
 * @param mongod the program to start as MongoDB in place of the embedded server
 */
public record Settings(
        Ports ports,
        @Nullable String mongodbUri,
        @Nullable String kafka,
        @Nullable Path mongod) {

    public static final int DEFAULT_PORT = 8080;

    /** What the browser and the scripts use, and the issuer of all tokens. */
    public String url() {
        return "http://localhost:" + ports.gateway();
    }

    public Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty("port", Integer.toString(ports.gateway()));
        if (mongodbUri != null) {
            properties.setProperty("mongodbUri", mongodbUri);
        }
        if (kafka != null) {
            properties.setProperty("kafka", kafka);
        }
        if (mongod != null) {
            properties.setProperty("mongod", mongod.toString());
        }
        return properties;
    }

    public static Settings from(Properties properties) {
        String mongod = properties.getProperty("mongod");
        return new Settings(
                new Ports(Integer.parseInt(properties.getProperty("port"))),
                properties.getProperty("mongodbUri"),
                properties.getProperty("kafka"),
                mongod == null ? null : Path.of(mongod));
    }
}
