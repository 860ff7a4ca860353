/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One XML file of a dump, read as a stream. Each {@code <row …/>} stands on lines of its own and is parsed by itself, so
 * that a broken one costs that row and not the rest of the file.
 */
final class DumpFile {

    private static final String ROW = "<row ";

    private final Path file;
    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();

    DumpFile(Path file) {
        this.file = file;
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    boolean exists() {
        return Files.isRegularFile(file);
    }

    /** How many rows it holds, malformed ones included, from a look at the lines. */
    long rows() throws IOException {
        if (!exists()) {
            return 0;
        }
        long rows = 0;
        try (BufferedReader lines = lines()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows += begins(line.strip()) ? 1 : 0;
            }
        }
        return rows;
    }

    private BufferedReader lines() throws IOException {
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    }

    private static boolean begins(String line) {
        return line.startsWith(ROW) || line.equals("<row");
    }

    /**
     * Hands over every row in the file's order.
     *
     * @param onMalformed told of each row that is no XML
     */
    void forEach(Consumer<Row> onRow, Runnable onMalformed) throws IOException {
        if (!exists()) {
            return;
        }
        try (BufferedReader lines = lines()) {
            StringBuilder row = new StringBuilder();
            String line = lines.readLine();
            while (line != null) {
                String trimmed = line.strip();
                boolean begins = begins(trimmed);
                if (begins && !row.isEmpty()) {
                    onMalformed.run(); // the one before never ended
                    row.setLength(0);
                }
                if (begins || !row.isEmpty()) {
                    row.append(trimmed).append('\n');
                }
                line = lines.readLine();
                boolean lastOfFile = line == null || line.strip().startsWith("</");
                if (!row.isEmpty() && (trimmed.endsWith("/>") || lastOfFile)) {
                    parse(row.toString(), onRow, onMalformed);
                    row.setLength(0);
                }
            }
        }
    }

    private void parse(String text, Consumer<Row> onRow, Runnable onMalformed) {
        Row row;
        try {
            row = parse(text);
        } catch (XMLStreamException e) {
            onMalformed.run();
            return;
        }
        onRow.accept(row);
    }

    private Row parse(String text) throws XMLStreamException {
        XMLStreamReader reader = xml.createXMLStreamReader(new StringReader(text));
        reader.nextTag();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        while (reader.hasNext()) {
            reader.next(); // whatever stands behind the row makes it malformed
        }
        return new Row(Map.copyOf(attributes));
    }
}
