/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.supervision;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether a process could listen on a port. */
public final class FreePorts {

    private FreePorts() {}

    /** On the loopback address. Connections that are only lingering do not count, as they do not for a server. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
