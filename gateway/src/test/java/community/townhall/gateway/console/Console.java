/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The modules of the console, and the sources of the services whose names it puts in words. */
final class Console {

    static final String SHARED = "shared";
    static final String LANGUAGES = "i18n";

    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Pattern WORDS = Pattern.compile("export const words = (\\{.*});", Pattern.DOTALL);

    /** An object literal of strings is JSON but for these. */
    private static final JsonMapper LITERALS = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private static final List<Module> MODULES = files(
                    STATIC, path -> path.toString().endsWith(".js"))
            .map(file -> Module.of(STATIC.relativize(file).toString(), read(file)))
            .toList();

    private static final Map<String, Map<String, JsonNode>> WORDS_OF = new ConcurrentHashMap<>();

    private Console() {}

    static List<Module> modules() {
        return MODULES;
    }

    static Module module(String path) {
        return modules().stream()
                .filter(module -> module.path().equals(path))
                .findAny()
                .orElseThrow(() -> new NoSuchElementException(path));
    }

    static List<String> styles() {
        return files(STATIC, path -> path.toString().endsWith(".css"))
                .map(file -> STATIC.relativize(file).toString())
                .toList();
    }

    static String page() {
        return read(STATIC.resolve("index.html"));
    }

    /** The folders that each are a feature. */
    static List<String> folders() {
        return modules().stream()
                .map(Module::folder)
                .filter(folder -> !List.of("", SHARED, LANGUAGES).contains(folder))
                .distinct()
                .sorted()
                .toList();
    }

    /** What a folder says, by key: in English, and in Chinese. */
    static Map<String, JsonNode> wordsOf(String folder) {
        return WORDS_OF.computeIfAbsent(folder, Console::readWords);
    }

    private static Map<String, JsonNode> readWords(String folder) {
        String literal = WORDS.matcher(module(folder + "/words.js").code())
                .results()
                .map(found -> found.group(1))
                .findAny()
                .orElseThrow();
        Map<String, JsonNode> words = new TreeMap<>();
        LITERALS.readTree(literal).properties().forEach(entry -> words.put(entry.getKey(), entry.getValue()));
        return words;
    }

    /** What a service's sources say of itself where the pattern matches. */
    static List<String> saidBy(String service, Pattern pattern) {
        return files(
                        Path.of("..", service, "src/main/java"),
                        path -> path.toString().endsWith(".java"))
                .flatMap(file -> pattern.matcher(read(file)).results().map(found -> found.group(1)))
                .distinct()
                .toList();
    }

    static String documentation() {
        return read(Path.of("../docs/console.md"));
    }

    private static Stream<Path> files(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(wanted).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
