/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.suite;

import community.townhall.standalone.Refusal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens for scripts, by the gateway's client credentials grant. */
public final class Tokens {

    private static final String CLIENT = "townhall-cli";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http;
    private final URI endpoint;
    private final String authorization;

    public Tokens(HttpClient http, String gateway, String clientSecret) {
        this.http = http;
        this.endpoint = URI.create(gateway + "/oauth2/token");
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((CLIENT + ":" + clientSecret).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param member whom the token speaks for, absent for the script itself
     * @throws Refusal when the gateway gives none
     */
    public String fetch(String role, @Nullable String member) throws InterruptedException {
        String form = "grant_type=client_credentials&scope=" + encoded(role)
                + (member == null ? "" : "&member_id=" + encoded(member));
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new Refusal("The gateway gives no token: " + response.statusCode() + " " + response.body());
            }
            return JsonMapper.shared()
                    .readTree(response.body())
                    .required("access_token")
                    .asString();
        } catch (ConnectException e) {
            throw new Refusal(
                    "The gateway does not answer yet at " + endpoint + "; ./townhall status says what is ready");
        } catch (IOException e) {
            throw new Refusal("The gateway at " + endpoint + " cannot be reached: " + e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
