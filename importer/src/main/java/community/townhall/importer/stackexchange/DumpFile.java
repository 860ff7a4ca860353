/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    /**
     * What a first reading found.
     *
     * @param rows broken ones included, for the progress
     * @param faults of the file as a whole, in words: each may have cost rows that nobody can count
     * @param usable whether there is anything to be had of it
     */
    record Survey(long rows, List<String> faults, boolean usable) {

        private static Survey unusable(String fault) {
            return new Survey(0, List.of(fault), false);
        }
    }

    /** Reads the file to its end and says what is wrong with it. */
    Survey survey() {
        if (Files.notExists(file)) {
            return Survey.unusable("is missing");
        }
        if (!Files.isRegularFile(file)) {
            return Survey.unusable("is no file");
        }
        Counting counting = new Counting();
        RowScanner scanner;
        try (Reader text = text()) {
            scanner = new RowScanner(text, counting);
            scanner.scan();
        } catch (AccessDeniedException e) {
            return Survey.unusable("may not be read");
        } catch (IOException e) {
            return Survey.unusable(Objects.requireNonNullElse(e.getMessage(), "cannot be read"));
        }
        String root = scanner.root();
        if (!root.isEmpty() && !root.equalsIgnoreCase(rootByName())) {
            return Survey.unusable("holds <%s> where <%s> should be".formatted(root, rootByName()));
        }
        boolean usable = counting.rows > 0 || counting.faults.isEmpty();
        return new Survey(counting.rows, List.copyOf(counting.faults), usable);
    }

    /** A dump's files are named after what they hold. */
    private String rootByName() {
        String name = Objects.requireNonNull(file.getFileName()).toString();
        return name.substring(0, name.lastIndexOf('.')).toLowerCase(Locale.ROOT);
    }

    private static final class Counting implements RowScanner.Findings {

        private final Set<String> faults = new LinkedHashSet<>();
        private long rows;

        @Override
        public void row(String element) {
            rows++;
        }

        @Override
        public void broken(String reason) {
            rows++;
        }

        @Override
        public void fault(String what) {
            faults.add(what);
        }
    }

    /**
     * Hands over every row in the file's order.
     *
     * @param onBroken told of each row that cannot be read, with the reason
     */
    void forEach(Consumer<Row> onRow, Consumer<String> onBroken) throws IOException {
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

                        @Override
                        public void fault(String what) {
                            // the survey named it
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
            // One of another namespace is not the row's, whatever it is called.
            if (reader.getAttributeNamespace(i) == null
                    || reader.getAttributeNamespace(i).isEmpty()) {
                attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }
        while (reader.hasNext()) {
            reader.next(); // whatever stands behind the row makes it malformed
        }
        return new Row(Map.copyOf(attributes));
    }

    private Reader text() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        try {
            bytes.mark(XmlEncoding.BEGINNING);
            XmlEncoding encoding = XmlEncoding.of(bytes.readNBytes(XmlEncoding.BEGINNING));
            bytes.reset();
            bytes.skipNBytes(encoding.markLength());
            CharsetDecoder decoder = encoding.charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .replaceWith(NO_CHARACTER);
            return new InputStreamReader(bytes, decoder);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }
}
