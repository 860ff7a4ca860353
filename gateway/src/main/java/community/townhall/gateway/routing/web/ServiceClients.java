/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.routing.web;

import community.townhall.gateway.RequestedPath;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;

/**
 * The connections to the services: kept open and used again, and nothing done to what passes through. Blocking, as
 * virtual threads want it. Streams of events have a pool of their own, for they keep a connection as long as they last.
 */
final class ServiceClients implements DisposableBean {

    private static final Timeout CONNECT = Timeout.ofSeconds(2);
    private static final Timeout WAIT_FOR_CONNECTION = Timeout.ofSeconds(2);

    /** Shorter than the services keep a connection (20 s), so that none is used that is being closed. */
    private static final TimeValue KEEP = TimeValue.ofSeconds(15);

    /** Three of these for each connection; what passes through is streamed. */
    private static final int BUFFER_BYTES = 8 * 1024;

    private static final int STREAM_BUFFER_BYTES = 1024;
    private static final TimeValue CHECK_AFTER = TimeValue.ofSeconds(2);

    private final CloseableHttpClient requests;
    private final CloseableHttpClient streams;
    private final Map<String, RequestConfig> limits;
    private final RequestConfig silent;

    ServiceClients(RoutingProperties properties) {
        int services = properties.services().size();
        this.requests = client(properties.connections(), services, BUFFER_BYTES);
        this.streams = client(properties.streams().most(), 1, STREAM_BUFFER_BYTES);
        this.limits = properties.services().keySet().stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> limitedTo(
                                Timeout.of(properties.timeLimitOf(name).toMillis(), TimeUnit.MILLISECONDS))));
        this.silent = limitedTo(Timeout.of(properties.streams().longestSilence().toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Who asks closes the answer: read to its end it leaves the connection for others, else it ends it. */
    ClassicHttpResponse ask(HttpUriRequestBase call, String path) throws IOException {
        boolean stream = path.equals(Routes.STREAM);
        call.setConfig(
                stream ? silent : Objects.requireNonNull(limits.get(RequestedPath.serviceOf(path)), "No such service"));
        return (stream ? streams : requests).executeOpen(null, call, null);
    }

    @Override
    public void destroy() throws IOException {
        requests.close();
        streams.close();
    }

    private static CloseableHttpClient client(int connections, int services, int bufferBytes) {
        return HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setBufferSize(bufferBytes)
                                        .build())
                                .build())
                        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                        .setConnPoolPolicy(PoolReusePolicy.LIFO)
                        .setMaxConnPerRoute(connections)
                        .setMaxConnTotal(connections * services)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setValidateAfterInactivity(CHECK_AFTER)
                                .build())
                        .setDefaultSocketConfig(
                                SocketConfig.custom().setTcpNoDelay(true).build())
                        .build())
                .evictIdleConnections(KEEP)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .disableConnectionState()
                .disableDefaultUserAgent()
                .build();
    }

    private static RequestConfig limitedTo(Timeout answer) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(WAIT_FOR_CONNECTION)
                .setResponseTimeout(answer)
                .build();
    }
}
