/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.routing.web;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * The connections to the services: kept open and used again, and nothing done to what passes through. Blocking, as
 * virtual threads want it.
 */
@Configuration(proxyBeanMethods = false)
class ServiceClient {

    private static final Timeout CONNECT = Timeout.ofSeconds(2);
    private static final Timeout WAIT_FOR_CONNECTION = Timeout.ofSeconds(2);

    /** Shorter than the services keep a connection (20 s), so that none is used that is being closed. */
    private static final TimeValue KEEP = TimeValue.ofSeconds(15);

    /** Three of these for each connection; what passes through is streamed. */
    private static final int BUFFER_BYTES = 8 * 1024;

    private static final TimeValue CHECK_AFTER = TimeValue.ofSeconds(2);

    @Bean
    HttpComponentsClientHttpRequestFactory serviceRequests(RoutingProperties properties) {
        HttpComponentsClientHttpRequestFactory requests =
                new HttpComponentsClientHttpRequestFactory(HttpClientBuilder.create()
                        .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                        .http1Config(Http1Config.custom()
                                                .setBufferSize(BUFFER_BYTES)
                                                .build())
                                        .build())
                                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                                .setConnPoolPolicy(PoolReusePolicy.LIFO)
                                .setMaxConnPerRoute(properties.connections())
                                .setMaxConnTotal(properties.connections()
                                        * properties.services().size())
                                .setDefaultConnectionConfig(ConnectionConfig.custom()
                                        .setConnectTimeout(CONNECT)
                                        .setValidateAfterInactivity(CHECK_AFTER)
                                        .build())
                                .setDefaultSocketConfig(SocketConfig.custom()
                                        .setTcpNoDelay(true)
                                        .build())
                                .build())
                        .evictIdleConnections(KEEP)
                        .disableAutomaticRetries()
                        .disableRedirectHandling()
                        .disableCookieManagement()
                        .disableContentCompression()
                        .disableAuthCaching()
                        .disableConnectionState()
                        .disableDefaultUserAgent()
                        .build());
        Map<String, RequestConfig> limits = properties.services().keySet().stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> limitedTo(
                                Timeout.of(properties.timeLimitOf(name).toMillis(), TimeUnit.MILLISECONDS))));
        RequestConfig unlimited = limitedTo(Timeout.DISABLED);
        requests.setHttpContextFactory((method, uri) -> context(uri, limits, unlimited));
        return requests;
    }

    @Bean
    ProxyExchange serviceExchange(
            HttpComponentsClientHttpRequestFactory serviceRequests,
            RestClient.Builder client,
            GatewayMvcProperties gateway) {
        return new RestClientProxyExchange(
                client.clone().requestFactory(serviceRequests).build(), gateway);
    }

    private static RequestConfig limitedTo(Timeout answer) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(WAIT_FOR_CONNECTION)
                .setResponseTimeout(answer)
                .build();
    }

    private static HttpContext context(URI uri, Map<String, RequestConfig> limits, RequestConfig unlimited) {
        HttpClientContext context = HttpClientContext.create();
        String path = uri.getRawPath();
        boolean stream = path.equals(Routes.STREAM);
        context.setRequestConfig(stream ? unlimited : limits.getOrDefault(Routes.serviceOf(path), unlimited));
        return context;
    }
}
