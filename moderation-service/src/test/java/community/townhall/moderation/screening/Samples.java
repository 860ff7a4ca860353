/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import community.townhall.texts.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Texts that others wrote, which are not part of this repository: labelled comments (COLD, Deng et al. 2022, Chinese;
 * Davidson et al. 2017, English) and a Stack Exchange site, where they lie in {@code ../shared/data}.
 */
final class Samples {

    private static final Path DATA = Path.of("..", "..", "shared", "data");

    private Samples() {}

    record Sample(boolean offensive, String text, Markup markup) {}

    static List<Sample> cold(String part) {
        return labelled("cold/" + part + ".csv", "label", "TEXT", "0");
    }

    static List<Sample> davidson() {
        return labelled("davidson/train.csv", "class", "tweet", "2");
    }

    /** Titles, bodies and comments of the site, all taken for inoffensive. */
    static List<Sample> site() {
        return Stream.concat(
                        rowsOf("Posts.xml", Markup.HTML, "Title", "Body").stream(),
                        rowsOf("Comments.xml", Markup.MARKDOWN, "Text").stream())
                .toList();
    }

    private static List<Sample> labelled(String file, String label, String text, String harmless) {
        List<List<String>> rows = csv(content(DATA.resolve(file)));
        List<String> header = rows.getFirst();
        int labelAt = header.indexOf(label);
        int textAt = header.indexOf(text);
        return rows.subList(1, rows.size()).stream()
                .filter(row -> row.size() == header.size())
                .map(row -> new Sample(!row.get(labelAt).equals(harmless), row.get(textAt), Markup.MARKDOWN))
                .toList();
    }

    private static String content(Path path) {
        assumeTrue(Files.isReadable(path), "The data is not here");
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Sample> rowsOf(String file, Markup markup, String... attributes) {
        Path path = DATA.resolve("stackexchange-quantumcomputing").resolve(file);
        assumeTrue(Files.isReadable(path), "The data is not here");
        List<Sample> samples = new ArrayList<>();
        try (InputStream stream = Files.newInputStream(path)) {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            // The file counts as an entity; the data is trusted.
            factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
            factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
            XMLStreamReader xml = factory.createXMLStreamReader(stream);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    String text = String.join(
                            "\n",
                            Stream.of(attributes)
                                    .map(name -> xml.getAttributeValue(null, name))
                                    .filter(Objects::nonNull)
                                    .toList());
                    samples.add(new Sample(false, text, markup));
                }
            }
        } catch (IOException | XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return samples;
    }

    /** RFC 4180. */
    private static List<List<String>> csv(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < csv.length(); at++) {
            char character = csv.charAt(at);
            if (character == '"') {
                boolean escaped = quoted && at + 1 < csv.length() && csv.charAt(at + 1) == '"';
                if (escaped) {
                    field.append(character);
                    at++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (character == ',' || character == '\n')) {
                row.add(field.toString());
                field.setLength(0);
                if (character == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || character != '\r') {
                field.append(character);
            }
        }
        return rows;
    }
}
