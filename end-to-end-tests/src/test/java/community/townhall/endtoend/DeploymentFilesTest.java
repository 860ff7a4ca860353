/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that others deploy Townhall with are well-formed and say what the services expect. */
class DeploymentFilesTest {

    private static final Path CHART = Townhall.repositoryRoot().resolve("k8s/helm/townhall");
    private static final String KUBERNETES = "1.31.0"; // unless told, the renderer takes itself for 1.20
    private static final List<String> COMPONENTS =
            List.of("gateway", "content-service", "engagement-service", "moderation-service", "rewards-service");

    @TempDir
    Path folder;

    @Test
    void the_chart_passes_a_strict_lint() {
        LintResult lint = new Helm(CHART).lint().strict().call();

        assertThat(lint.isFailed()).as("%s", lint.getMessages()).isFalse();
    }

    @Test
    void the_chart_deploys_every_component_with_probes_and_its_servers() {
        String rendered = new Helm(CHART).template().withKubeVersion(KUBERNETES).call();

        for (String component : COMPONENTS) {
            assertThat(rendered)
                    .contains("name: release-name-" + component + "\n")
                    .contains("image: townhall/" + component + ":");
        }
        assertThat(rendered.split("kind: Deployment\n", -1)).hasSize(COMPONENTS.size() + 1);
        assertThat(rendered.split("kind: NetworkPolicy\n", -1)).hasSize(COMPONENTS.size() + 1);
        assertThat(rendered)
                .contains("http://release-name-gateway:8080/oauth2/jwks")
                .contains("name: TOWNHALL_GATEWAY_SERVICES_CONTENT")
                .contains("http://release-name-content-service:8081")
                .contains("name: TOWNHALL_IDENTITY_KEYSSECRET")
                .contains("name: TOWNHALL_MODERATION_AUDIT_KEY")
                .contains("host: community.example.org");
    }

    @Test
    void what_is_off_by_default_renders_when_it_is_on() throws IOException {
        Path values = Files.writeString(folder.resolve("values.yaml"), """
                publicUrl: https://forum.example.org:8443
                serviceMonitor: {enabled: true}
                ingress: {tlsSecret: forum-tls, className: nginx}
                components:
                  content-service: {autoscaling: {enabled: true}}
                """);

        String rendered = new Helm(CHART)
                .template()
                .withKubeVersion(KUBERNETES)
                .withValuesFile(values)
                .call();

        assertThat(rendered)
                .contains("kind: ServiceMonitor")
                .contains("kind: HorizontalPodAutoscaler")
                .contains("secretName: forum-tls")
                .contains("host: forum.example.org\n");
    }

    @Test
    void every_component_has_an_image() throws IOException {
        for (String component : COMPONENTS) {
            Path dockerfile = Townhall.repositoryRoot().resolve(component).resolve("Dockerfile");
            assertThat(Files.readString(dockerfile))
                    .contains("COPY target/" + component + "-*.jar app.jar")
                    .contains("HEALTHCHECK");
        }
    }

    @Test
    void the_compose_file_is_valid() throws IOException, InterruptedException {
        List<String> compose = Stream.of(List.of("docker-compose"), List.of("docker", "compose"))
                .filter(DeploymentFilesTest::works)
                .findFirst()
                .orElse(List.of());
        assumeTrue(!compose.isEmpty(), "no docker-compose here");
        Path output = folder.resolve("config.txt");
        ProcessBuilder config = new ProcessBuilder(
                        Stream.concat(compose.stream(), Stream.of("config")).toList())
                .directory(Townhall.repositoryRoot().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        config.environment().put("OPERATOR_PASSWORD", "for this check alone");

        int exitCode = config.start().waitFor();

        String printed = Files.readString(output);
        assertThat(exitCode).as(printed).isZero();
        assertThat(printed).contains("kafka:", "mongodb:").contains(COMPONENTS);
    }

    private static boolean works(List<String> command) {
        return Programs.work(
                Stream.concat(command.stream(), Stream.of("version")).toList());
    }
}
