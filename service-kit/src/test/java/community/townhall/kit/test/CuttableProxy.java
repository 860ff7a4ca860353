/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stands between a service and a server on this machine, so that a test can take the server away for a while. */
public final class CuttableProxy {

    private final ServerSocket listener;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile @Nullable InetSocketAddress target;
    private volatile boolean cut;

    private CuttableProxy() throws IOException {
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** A proxy on a free port of the loopback address; open until the JVM ends. It leads nowhere yet. */
    public static CuttableProxy open() {
        try {
            CuttableProxy proxy = new CuttableProxy();
            Thread.ofVirtual().name("proxy").start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void forwardTo(InetSocketAddress server) {
        target = server;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Breaks every connection, and every new one, until {@link #mend}. */
    public void cut() {
        cut = true;
        connections.forEach(CuttableProxy::closeQuietly);
    }

    public void mend() {
        cut = false;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                InetSocketAddress server = target;
                if (cut || server == null) {
                    closeQuietly(client);
                } else {
                    Thread.ofVirtual().start(() -> connect(client, server));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket client, InetSocketAddress target) {
        try (client;
                Socket server = new Socket(target.getAddress(), target.getPort())) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            connections.add(client);
            connections.add(server);
            Thread back = Thread.ofVirtual().start(() -> copy(server, client));
            copy(client, server);
            back.join();
        } catch (IOException e) {
            // Either end went away: so does the other.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(client);
        }
    }

    private void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Cut, or closed by the other end.
        } finally {
            closeQuietly(from);
            closeQuietly(to);
            connections.remove(from);
            connections.remove(to);
        }
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed either way.
        }
    }
}
