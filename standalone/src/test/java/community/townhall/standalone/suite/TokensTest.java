/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.suite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.townhall.standalone.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void whoAsksBeforeTheGatewayListensIsToldSo() throws IOException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            Tokens tokens = new Tokens(http, "http://127.0.0.1:" + portOfNobody(), "secret");
            assertThatThrownBy(() -> tokens.fetch("operator", null))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("does not answer yet")
                    .hasMessageContaining("./townhall status");
        }
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
