/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What the console says, it says in English and in Chinese, and it says no more than it needs. */
class WordsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern KEY = Pattern.compile("[a-zA-Z]\\w*(?:\\.[\\w-]+)+");
    /** The words of a name that a service says; each folder may add to them. */
    private static final Pattern OF_NAMES = Pattern.compile("\\btKnown\\('(\\w+)'");

    /** In {@code t('a')} and {@code t(whether ? 'a' : 'b')}. */
    private static final Pattern SAID = Pattern.compile("(?<=\\bt\\(|\\bt\\([^`{}()\\n]{1,80}[?:] )'([\\w.-]+)'");

    private static final Set<String> SAID_WITH_ANY_NOTIFICATION = Set.of("untitled", "reason");
    /** By earlier releases, so that members still have them. */
    private static final Set<String> SENT_EARLIER = Set.of("points-awarded", "points-reversed");

    static List<String> folders() {
        return Stream.concat(Console.folders().stream(), Stream.of(Console.SHARED))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void each_key_has_words_in_english_and_in_chinese(String folder) {
        assertThat(Console.wordsOf(folder)).allSatisfy((key, words) -> {
            assertThat(words.isArray()).isTrue();
            assertThat(words.size()).isEqualTo(2);
            assertThat(words)
                    .allSatisfy(each -> assertThat(forms(each))
                            .isNotEmpty()
                            .allSatisfy(text -> assertThat(text).isNotBlank()));
            assertThat(words).filteredOn(JsonNode::isObject).allMatch(forms -> forms.has("other"));
        });
    }

    @ParameterizedTest
    @MethodSource("folders")
    void both_languages_name_the_same_values(String folder) {
        assertThat(Console.wordsOf(folder))
                .allSatisfy(
                        (key, words) -> assertThat(placeholders(words.get(0))).isEqualTo(placeholders(words.get(1))));
    }

    @Test
    void a_key_is_one_folders() {
        assertThat(folders().stream().flatMap(folder -> Console.wordsOf(folder).keySet().stream()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void a_folder_uses_its_own_words_and_shared_ones_and_no_others(String folder) {
        Set<String> known = new TreeSet<>(Console.wordsOf(folder).keySet());
        known.addAll(Console.wordsOf(Console.SHARED).keySet());
        Set<String> families = everyKey().map(WordsTest::family).collect(Collectors.toSet());
        List<Module> modules = code(folder).toList();

        assertThat(modules.stream().flatMap(module -> module.strings().stream()))
                .filteredOn(text -> KEY.matcher(text).matches() && families.contains(family(text)))
                .isSubsetOf(known);
        assertThat(modules.stream().flatMap(module -> module.all(SAID))).isSubsetOf(known);
        assertThat(modules.stream().flatMap(module -> module.templates().stream()))
                .filteredOn(template -> families.contains(family(template)))
                .allSatisfy(template -> assertThat(everyKey()).anyMatch(fits(template)));
        assertThat(modules.stream().flatMap(module -> module.all(OF_NAMES)))
                .allSatisfy(prefix -> assertThat(everyKey()).anyMatch(key -> key.startsWith(prefix + ".")));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void no_words_are_left_that_nobody_says(String folder) {
        Predicate<String> named = Console.modules().stream()
                .flatMap(module -> module.all(OF_NAMES))
                .distinct()
                .<Predicate<String>>map(prefix -> key -> key.startsWith(prefix + "."))
                .reduce(key -> false, Predicate::or);
        List<Module> mayUse =
                folder.equals(Console.SHARED) ? everywhere() : code(folder).toList();
        Set<String> strings =
                mayUse.stream().flatMap(module -> module.strings().stream()).collect(Collectors.toSet());
        Predicate<String> composed = everywhere().stream()
                .flatMap(module -> module.templates().stream()
                        .filter(template -> !template.startsWith("$") || mayUse.contains(module)))
                .filter(template -> template.contains("."))
                .map(WordsTest::fits)
                .reduce(key -> false, Predicate::or);

        assertThat(Console.wordsOf(folder).keySet())
                .allMatch(named.or(strings::contains).or(composed));
    }

    @Test
    void each_notification_that_engagement_sends_has_words_and_no_other() {
        List<String> sent = Console.saidBy(
                "engagement-service", Pattern.compile("NotificationKind\\s*\\.of(?:Text)?\\(\\s*\"([\\w-]+)\"\\)"));
        assertThat(sent).contains("post-published", "mentioned", "thanks-received");
        assertThat(namesOf("notification"))
                .filteredOn(name -> !SAID_WITH_ANY_NOTIFICATION.contains(name) && !SENT_EARLIER.contains(name))
                .hasSameElementsAs(sent);
        assertThat(Console.modules().stream()
                        .filter(module -> module.path().endsWith("/feature.js"))
                        .flatMap(module -> module.namesIn("notifications: ").stream()))
                .isSubsetOf(sent);
    }

    @Test
    void each_rule_by_which_moderation_objects_or_rewards_give_points_has_words_and_no_other() {
        List<String> phases = Console.saidBy(
                "moderation-service",
                Pattern.compile(
                        "implements Phase \\{.*?String name\\(\\) \\{\\s*return \"([\\w-]+)\";", Pattern.DOTALL));
        List<String> moderators = Console.module("moderation/decisions.js")
                .all(Pattern.compile("RULES = \\[(.*?)]"))
                .flatMap(list -> Stream.of(list.split("\\W*,\\W*|^'|'$")))
                .filter(rule -> !rule.isEmpty())
                .toList();
        List<String> earnings =
                Console.saidBy("rewards-service", Pattern.compile("\\b[A-Z_]+\\(\"([\\w-]+)\", \\d+, \\d+, To\\."));
        assertThat(phases).contains("lexicon", "new-member");
        assertThat(moderators).contains("spam", "off-topic");
        assertThat(earnings).contains("post-published", "thanks-received");

        assertThat(namesOf("phase")).hasSameElementsAs(phases);
        assertThat(namesOf("rule"))
                .hasSameElementsAs(Stream.of(phases, moderators, earnings)
                        .flatMap(List::stream)
                        .toList());
    }

    /** What follows the prefix in the keys of all folders, without what may follow that. */
    private static Set<String> namesOf(String prefix) {
        return everyKey()
                .filter(key -> key.startsWith(prefix + "."))
                .map(key -> key.split("\\.")[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> everyKey() {
        return folders().stream().flatMap(folder -> Console.wordsOf(folder).keySet().stream());
    }

    private static List<Module> everywhere() {
        return Console.modules().stream().filter(module -> !module.isWords()).toList();
    }

    /** The modules of a folder that say its words; those of the languages are shared. */
    private static Stream<Module> code(String folder) {
        return everywhere().stream().filter(module -> switch (module.folder()) {
            case Console.LANGUAGES -> folder.equals(Console.SHARED);
            case "" -> folder.equals("shell");
            default -> module.folder().equals(folder);
        });
    }

    private static String family(String key) {
        return key.split("\\.")[0];
    }

    private static Predicate<String> fits(String template) {
        return Pattern.compile(Stream.of(template.split("\\$\\{[^{}]*}", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("[\\w-]+")))
                .asMatchPredicate();
    }

    private static Collection<String> forms(JsonNode words) {
        return words.isString()
                ? List.of(words.asString())
                : words.properties().stream()
                        .map(Map.Entry::getValue)
                        .map(JsonNode::asString)
                        .toList();
    }

    private static Set<String> placeholders(JsonNode words) {
        return PLACEHOLDER
                .matcher(String.join(" ", forms(words)))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
