/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.edge;

import community.townhall.gateway.traffic.Places;
import community.townhall.gateway.traffic.RateLimit;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Counts connections by address, and closes one on which a request's head goes on arriving for too long. */
final class BoundedEndpoint extends NioEndpoint {

    private final ConcurrentMap<SocketChannel, String> open = new ConcurrentHashMap<>();
    private final ConcurrentMap<SocketWrapperBase<NioChannel>, Long> arriving = new ConcurrentHashMap<>();

    private Places places = new Places(Integer.MAX_VALUE);
    private Duration head = Duration.ofMinutes(1);

    void limitTo(int connections, Duration longestHead) {
        places = new Places(connections);
        head = longestHead;
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        @Nullable String address = addressOf(socket);
        if (address == null || !places.take(address, Duration.ZERO)) {
            return false;
        }
        open.put(socket, address);
        boolean accepted = super.setSocketOptions(socket);
        if (!accepted) {
            leave(socket);
        }
        return accepted;
    }

    private static @Nullable String addressOf(SocketChannel socket) {
        try {
            return socket.getRemoteAddress() instanceof InetSocketAddress remote
                    ? RateLimit.network(remote.getAddress().getHostAddress())
                    : null;
        } catch (IOException gone) {
            return null;
        }
    }

    private void leave(SocketChannel socket) {
        @Nullable String address = open.remove(socket);
        if (address != null) {
            places.leave(address);
        }
    }

    @Override
    public void setHandler(Handler<NioChannel> handler) {
        super.setHandler(new Watching(handler));
    }

    private final class Watching implements Handler<NioChannel> {

        private final Handler<NioChannel> handler;

        Watching(Handler<NioChannel> handler) {
            this.handler = handler;
        }

        @Override
        public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
            SocketState state = handler.process(socket, event);
            if (state != SocketState.LONG || isAsync(socket)) {
                arriving.remove(socket);
                return state;
            }
            // Only a part of a head has come so far.
            long now = System.nanoTime();
            @Nullable Long begun = arriving.putIfAbsent(socket, now);
            return begun != null && now - begun > head.toNanos() ? SocketState.CLOSED : state;
        }

        private static boolean isAsync(SocketWrapperBase<NioChannel> socket) {
            return socket.getCurrentProcessor() instanceof Processor processor && processor.isAsync();
        }

        @Override
        public void release(SocketWrapperBase<NioChannel> socket) {
            arriving.remove(socket);
            leave(socket.getSocket().getIOChannel());
            handler.release(socket);
        }

        @Override
        public Object getGlobal() {
            return handler.getGlobal();
        }

        @Override
        public void pause() {
            handler.pause();
        }

        @Override
        public void recycle() {
            handler.recycle();
        }
    }
}
