/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** Speaks MongoDB's protocol on a port, as mongo-java-server does, but reads only messages that are {@link WireMessages well formed}. */
final class WireServer implements AutoCloseable {

    private static final int SECONDS_TO_END = 5;

    private final MongoBackend backend;
    private final EventLoopGroup accepting = group("mongo-server-boss", 1);
    private final EventLoopGroup working;
    private final ChannelGroup clients;
    private final Channel channel;

    WireServer(MongoBackend backend, InetSocketAddress address, int workers) {
        this.backend = backend;
        this.working = group("mongo-server-worker", workers);
        this.clients = new DefaultChannelGroup("mongo-clients", working.next());
        this.channel = new ServerBootstrap()
                .group(accepting, working)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 100)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel client) {
                        client.pipeline()
                                .addLast(
                                        new MongoWireReplyEncoder(),
                                        new MongoWireMessageEncoder(),
                                        new CheckedMessages(),
                                        new MongoDatabaseHandler(backend, clients),
                                        new MongoExceptionHandler());
                    }
                })
                .bind(address)
                .syncUninterruptibly()
                .channel();
    }

    private static EventLoopGroup group(String name, int threads) {
        return new MultiThreadIoEventLoopGroup(threads, new DefaultThreadFactory(name), NioIoHandler.newFactory());
    }

    private static final class CheckedMessages extends MongoWireProtocolHandler {

        @Override
        protected ClientRequest decode(ChannelHandlerContext context, ByteBuf received) throws Exception {
            WireMessages.check(received);
            return super.decode(context, received);
        }
    }

    int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        clients.close().syncUninterruptibly();
        accepting.shutdownGracefully(0, SECONDS_TO_END, TimeUnit.SECONDS);
        working.shutdownGracefully(0, SECONDS_TO_END, TimeUnit.SECONDS);
        accepting.terminationFuture().syncUninterruptibly();
        working.terminationFuture().syncUninterruptibly();
        backend.close();
    }
}
