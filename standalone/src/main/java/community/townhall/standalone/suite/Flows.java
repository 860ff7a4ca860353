/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.suite;

import community.townhall.standalone.plan.Application;
import community.townhall.standalone.plan.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks the services themselves, so that the figures do not depend on the gateway's limits. */
public final class Flows {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final HttpClient http;
    private final Ports ports;

    public Flows(HttpClient http, Ports ports) {
        this.http = http;
        this.ports = ports;
    }

    public Map<Application, Flow> ask(String operatorToken) throws InterruptedException {
        Map<Application, Flow> flows = new EnumMap<>(Application.class);
        for (Application service : Application.services()) {
            flows.put(service, ask(service, operatorToken));
        }
        return flows;
    }

    private Flow ask(Application service, String operatorToken) throws InterruptedException {
        URI address = URI.create(
                "http://127.0.0.1:" + ports.of(service) + "/api/" + service.processName() + "/operations/flow");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + operatorToken)
                .timeout(TIMEOUT)
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200 ? Flow.of(JsonMapper.shared().readTree(response.body())) : Flow.UNKNOWN;
        } catch (IOException | JacksonException e) {
            return Flow.UNKNOWN;
        }
    }
}
