/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No library is shipped, and no version of one, that nobody has looked at: what the build lists is what is on the list. */
class ShippedDependenciesTest {

    private static final Path ROOT = Townhall.repositoryRoot();
    private static final Path LIST = ROOT.resolve("docs/dependencies.txt");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway",
                "content-service",
                "engagement-service",
                "moderation-service",
                "rewards-service",
                "standalone",
                "importer"
            })
    void what_is_shipped_is_listed(String module) throws IOException {
        Path sbom = ROOT.resolve(module).resolve("target/classes/META-INF/sbom/sbom.json");
        assumeTrue(Files.exists(sbom), "./mvnw package makes " + sbom);

        assertThat(listed()).as("%s, in %s", LIST, module).containsAll(shippedBy(sbom));
    }

    private static Set<String> listed() throws IOException {
        try (Stream<String> lines = Files.lines(LIST)) {
            return lines.filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
        }
    }

    private static Set<String> shippedBy(Path sbom) throws IOException {
        JsonNode components =
                JsonMapper.shared().readTree(Files.readString(sbom)).get("components");
        Set<String> shipped = new TreeSet<>();
        for (JsonNode component : components) {
            String group = component.path("group").asString();
            if (!group.equals("community.townhall")) {
                shipped.add("%s:%s:%s"
                        .formatted(
                                group,
                                component.get("name").asString(),
                                component.get("version").asString()));
            }
        }
        assertThat(shipped).isNotEmpty();
        return shipped;
    }
}
