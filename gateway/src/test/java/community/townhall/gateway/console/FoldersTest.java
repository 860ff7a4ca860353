/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder of the console is a feature: it stands on what is shared, and on no other folder. */
class FoldersTest {

    private static final Pattern DRAWN_SLOT = Pattern.compile("<\\$\\{Slot} name=\"(\\w+)\"");
    private static final Pattern DRAWN_MENU = Pattern.compile("\\bplaces\\('(\\w+)'\\)");

    static List<String> folders() {
        return Console.folders();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void a_folder_reaches_into_no_other_but_what_is_shared(String folder) {
        assertThat(modulesOf(folder).flatMap(FoldersTest::imported))
                .allSatisfy(imported ->
                        assertThat(folderOf(imported)).as(imported).isIn(folder, Console.SHARED, Console.LANGUAGES));
    }

    @Test
    void what_is_shared_knows_no_folder() {
        assertThat(Stream.of(Console.SHARED, Console.LANGUAGES)
                        .flatMap(FoldersTest::modulesOf)
                        .flatMap(FoldersTest::imported))
                .allSatisfy(imported -> assertThat(folderOf(imported)).isIn(Console.SHARED, Console.LANGUAGES));
    }

    @Test
    void the_console_is_made_of_all_folders_and_knows_of_them_only_what_they_add() {
        List<String> imported = Console.module("app.js").imports();
        assertThat(imported)
                .containsAll(
                        folders().stream().map(folder -> folder + "/feature.js").toList());
        assertThat(imported)
                .filteredOn(path -> folders().contains(folderOf(path)) && !path.endsWith("/feature.js"))
                .containsExactly("shell/frame.js");
    }

    @Test
    void every_module_that_is_imported_is_there() {
        Set<String> there = Console.modules().stream().map(Module::path).collect(Collectors.toSet());
        assertThat(Console.modules().stream().flatMap(FoldersTest::imported)).isSubsetOf(there);
    }

    @Test
    void pages_are_loaded_when_they_are_opened_and_not_before() {
        Set<String> atStart = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(List.of("app.js"));
        while (!next.isEmpty()) {
            String path = next.remove();
            if (atStart.add(path)) {
                next.addAll(Console.module(path).imports());
            }
        }
        assertThat(atStart).contains("shell/header.js").noneMatch(path -> path.endsWith("-page.js"));
    }

    @Test
    void what_a_folder_opens_as_a_page_is_its_modules_default_export() {
        assertThat(features().flatMap(feature -> feature.laterImports().stream()))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(Console.module(page).code()).contains("export default function "));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void a_folder_adds_what_the_console_asks_for(String folder) {
        assertThat(feature(folder).namesIn("addFeature("))
                .contains("words")
                .isSubsetOf("words", "routes", "places", "slots", "notifications", "subjects");
    }

    @Test
    void what_folders_put_into_slots_and_menus_is_drawn() {
        assertThat(features().flatMap(feature -> feature.namesIn("slots: ").stream()))
                .isNotEmpty()
                .isSubsetOf(drawn(DRAWN_SLOT));
        assertThat(features().flatMap(feature -> feature.namesIn("places: ").stream()))
                .isNotEmpty()
                .isSubsetOf(drawn(DRAWN_MENU));
    }

    @Test
    void the_styles_of_all_folders_are_linked() {
        assertThat(Console.styles().stream().map(path -> "<link rel=\"stylesheet\" href=\"/" + path + "\">"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Console.page()).contains(link));
    }

    @Test
    void slots_and_menus_are_documented() {
        assertThat(Stream.concat(drawn(DRAWN_SLOT).stream(), drawn(DRAWN_MENU).stream()))
                .allSatisfy(name -> assertThat(Console.documentation()).contains("`" + name + "`"));
    }

    private static Set<String> drawn(Pattern place) {
        return Console.modules().stream().flatMap(module -> module.all(place)).collect(Collectors.toSet());
    }

    private static Stream<Module> features() {
        return folders().stream().map(FoldersTest::feature);
    }

    private static Module feature(String folder) {
        return Console.module(folder + "/feature.js");
    }

    private static Stream<Module> modulesOf(String folder) {
        return Console.modules().stream().filter(module -> module.folder().equals(folder));
    }

    private static Stream<String> imported(Module module) {
        return Stream.concat(module.imports().stream(), module.laterImports().stream());
    }

    private static String folderOf(String path) {
        return new Module(path, "").folder();
    }
}
