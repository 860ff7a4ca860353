/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The issuer's list of void tokens, asked for every few seconds in the background. While the issuer is away the last list
 * stands: no request waits for it, and a token ends by itself soon.
 */
final class PolledRevocations implements Supplier<Revocations>, InitializingBean, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(PolledRevocations.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final URI list;
    private final Duration every;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("revocations").factory());

    private volatile Revocations latest = Revocations.NONE;
    private boolean away;

    PolledRevocations(URI list, Duration every, JsonMapper json) {
        this.list = list;
        this.every = every;
        this.json = json;
    }

    @Override
    public Revocations get() {
        return latest;
    }

    @Override
    public void afterPropertiesSet() {
        clock.scheduleWithFixedDelay(this::ask, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask() {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(list).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("status " + answer.statusCode());
            }
            latest = json.readValue(answer.body(), Revocations.class);
            away = false;
        } catch (IOException | JacksonException failure) {
            if (!away) {
                log.info("The list of revoked tokens cannot be read from {}: {}", list, failure.toString());
                away = true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
        http.shutdownNow();
    }
}
