/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.data;

import community.townhall.standalone.plan.Settings;
import java.util.Properties;

/**
 * The latest {@code up} on a data directory, as it noted itself for the other commands.
 *
 * @param supervisor process id of the supervisor
 * @param ready whether everything has been ready once
 */
public record Run(long supervisor, Settings settings, boolean ready) {

    static Run from(Properties properties) {
        return new Run(
                Long.parseLong(properties.getProperty("supervisor")),
                Settings.from(properties),
                Boolean.parseBoolean(properties.getProperty("ready")));
    }

    Properties toProperties() {
        Properties properties = settings.toProperties();
        properties.setProperty("supervisor", Long.toString(supervisor));
        properties.setProperty("ready", Boolean.toString(ready));
        return properties;
    }
}
