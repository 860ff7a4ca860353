/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import community.townhall.embeddedmongo.test.TestMongo;
import community.townhall.kit.test.IndexedQueries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a gateway under test a Mongo server, a stub for its services, and a port that it knows before it starts. */
final class RunningGateway implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String SCRIPT_SECRET = "a secret that scripts are given";
    static final String OPERATOR_PASSWORD = "correct horse battery staple";

    static final StubService SERVICES = new StubService();

    /** Where letters to members arrive. */
    static final GreenMail MAIL = startedMail();

    private final int publicPort;
    private final String database;

    /** One of its own, with a new database. */
    RunningGateway() {
        this(0, "test-" + UUID.randomUUID());
    }

    /**
     * One of several behind one door.
     *
     * @param publicPort where people reach them all
     */
    RunningGateway(int publicPort, String database) {
        this.publicPort = publicPort;
        this.database = database;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        IndexedQueries.of(context);
        int port = freePort();
        int nobody = freePort();
        TestPropertyValues.of(
                        "server.port=" + port,
                        "management.server.port=0",
                        "spring.mongodb.uri=" + TestMongo.uri(),
                        "spring.mongodb.database=" + database,
                        "townhall.identity.loopback=http://127.0.0.1:" + port,
                        "townhall.identity.operator-password=" + OPERATOR_PASSWORD,
                        "townhall.identity.script-secret=" + SCRIPT_SECRET,
                        "townhall.gateway.services.content=" + SERVICES.address(),
                        "townhall.gateway.services.engagement=" + SERVICES.address(),
                        "townhall.gateway.services.moderation=" + SERVICES.address(),
                        "townhall.gateway.services.rewards=http://127.0.0.1:" + nobody)
                .applyTo(context);
        if (publicPort == 0) {
            TestPropertyValues.of(
                            "spring.mail.host=127.0.0.1",
                            "spring.mail.port=" + MAIL.getSmtp().getPort(),
                            "townhall.identity.mail-from=Townhall <townhall@community.example>")
                    .applyTo(context);
        }
        if (!context.getEnvironment().containsProperty("townhall.identity.issuer")) {
            TestPropertyValues.of(
                            "townhall.security.issuer=http://localhost:" + (publicPort == 0 ? port : publicPort),
                            "townhall.security.jwk-set-uri=http://localhost:%d/oauth2/jwks".formatted(port))
                    .applyTo(context);
        }
    }

    private static GreenMail startedMail() {
        GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        return mail;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
