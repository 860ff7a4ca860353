/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.supervision;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Ready when the port on the loopback address accepts connections. */
public record TcpProbe(int port) implements Probe {

    private static final int TIMEOUT_MILLIS = 1000;

    @Override
    public boolean isReady() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
