/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One XML file of a dump, read as a stream in the encoding it declares (XML 1.0, appendix F). Each {@code <row …/>} is
 * found by itself and read by an XML reader by itself, so that a broken one costs that row and not the rest of the file.
 */
final class DumpFile {

    /** No character of XML: what stands for bytes that are none of the file's encoding, so that their row is refused. */
    private static final String NO_CHARACTER = "\uFFFF";

    private final Path file;
    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();

    DumpFile(Path file) {
        this.file = file;
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // These bound what a document type may expand to, and count plain texts along; there is no document type here.
        xml.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        xml.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    }

    boolean exists() {
        return Files.isRegularFile(file);
    }

    /** How many rows it holds, broken ones included, for the progress. */
    long rows() throws IOException {
        if (!exists()) {
            return 0;
        }
        long[] rows = {0};
        try (Reader text = text()) {
            new RowScanner(text, new RowScanner.Findings() {
                        @Override
                        public void row(String element) {
                            rows[0]++;
                        }

                        @Override
                        public void broken(String reason) {
                            rows[0]++;
                        }
                    })
                    .scan();
        }
        return rows[0];
    }

    /**
     * Hands over every row in the file's order.
     *
     * @param onBroken told of each row that cannot be read, with the reason
     * @throws IOException also when the file declares an encoding that is not known here
     */
    void forEach(Consumer<Row> onRow, Consumer<String> onBroken) throws IOException {
        if (!exists()) {
            return;
        }
        try (Reader text = text()) {
            new RowScanner(text, new RowScanner.Findings() {
                        @Override
                        public void row(String element) {
                            read(element, onRow, onBroken);
                        }

                        @Override
                        public void broken(String reason) {
                            onBroken.accept(reason);
                        }
                    })
                    .scan();
        }
    }

    private void read(String element, Consumer<Row> onRow, Consumer<String> onBroken) {
        Row row;
        try {
            row = parse(element);
        } catch (XMLStreamException e) {
            onBroken.accept(
                    element.contains(NO_CHARACTER) ? "bytes that are not in the file's encoding" : "malformed XML");
            return;
        }
        onRow.accept(row);
    }

    private Row parse(String element) throws XMLStreamException {
        XMLStreamReader reader = xml.createXMLStreamReader(new StringReader(element));
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

    private Reader text() throws IOException {
        CharsetDecoder decoder = encoding()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(NO_CHARACTER);
        return new InputStreamReader(Files.newInputStream(file), decoder);
    }

    /** What the byte order mark or the XML declaration says, as an XML reader understands them; UTF-8 without either. */
    private Charset encoding() throws IOException {
        try (InputStream beginning = new BufferedInputStream(Files.newInputStream(file))) {
            XMLStreamReader reader = xml.createXMLStreamReader(beginning);
            return Charset.forName(Objects.requireNonNullElse(reader.getEncoding(), "UTF-8"));
        } catch (XMLStreamException e) {
            if (String.valueOf(e.getMessage()).contains("encoding")) {
                throw new IOException(file.getFileName() + " declares an encoding that is not known here", e);
            }
            return StandardCharsets.UTF_8; // what it holds instead of XML is said when its rows are looked for
        } catch (IllegalArgumentException e) {
            throw new IOException(file.getFileName() + " declares an encoding that is not known here", e);
        }
    }
}
