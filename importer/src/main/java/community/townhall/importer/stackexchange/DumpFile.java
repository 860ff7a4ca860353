/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
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

    long size() throws IOException {
        return exists() ? Files.size(file) : 0;
    }

    /**
     * Hands over every row in the file's order.
     *
     * @param onMalformed told of each row that is no XML
     * @param onBytes told how many bytes have been read since it was last told
     */
    void forEach(Consumer<Row> onRow, Runnable onMalformed, LongConsumer onBytes) throws IOException {
        if (!exists()) {
            return;
        }
        try (CountingStream bytes = new CountingStream(Files.newInputStream(file));
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            StringBuilder row = new StringBuilder();
            String line = lines.readLine();
            while (line != null) {
                String trimmed = line.strip();
                boolean begins = trimmed.startsWith(ROW) || trimmed.equals("<row");
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
                onBytes.accept(bytes.take());
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

    private static final class CountingStream extends FilterInputStream {

        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }

        long take() {
            long taken = count;
            count = 0;
            return taken;
        }
    }
}
