/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules find what they are there to find: each is shown one thing that is wrong, and names it. */
class ArchitectureRulesTest {

    private static final JavaClasses WRONG = new ClassFileImporter().importPackages("community.townhall.wrong");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("a circle", ArchitectureRules.features_have_no_cycles, List.of("There", "Back")),
                Arguments.of(
                        "a domain that knows an adapter",
                        ArchitectureRules.domain_knows_no_adapter,
                        List.of("feature.Domain", "feature.web.Adapter")),
                Arguments.of(
                        "a feature that reaches into another's package",
                        ArchitectureRules.no_feature_reaches_into_anothers_adapters,
                        List.of("reach.web.Reaching", "feature.web.Adapter")),
                Arguments.of(
                        "a service that knows another",
                        ArchitectureRules.no_service_knows_another,
                        List.of("neighbour.Asking", "other.thing.Theirs")),
                Arguments.of(
                        "a public adapter",
                        ArchitectureRules.adapters_are_package_private,
                        List.of("feature.web.Adapter")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void what_is_wrong_is_found(String wrong, ArchRule rule, List<String> named) {
        assertThat(rule.evaluate(WRONG).getFailureReport().toString()).contains(named);
    }
}
