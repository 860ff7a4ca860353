/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.supervision;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Ready when the address answers 200, as Actuator's readiness does. */
public record HttpProbe(URI address) implements Probe {

    private static final int TIMEOUT_MILLIS = 4000;

    @Override
    public boolean isReady() {
        try {
            // The JDK's older client: it needs no threads of its own.
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
