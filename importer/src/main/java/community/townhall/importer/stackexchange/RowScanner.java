/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import java.io.IOException;
import java.io.Reader;

/**
 * Finds where the rows of an XML file begin and end, so that each can be given to an XML reader by itself: an XML reader
 * ends at the first error, and a broken row shall cost that row alone. No attribute may hold a {@code <}, so wherever one
 * stands within a row, the row before it was never ended.
 *
 * <p>Holds one row at a time, of at most {@value #LONGEST_ROW} characters.
 */
final class RowScanner {

    /** Many times what the largest text of any dump needs. */
    static final int LONGEST_ROW = 4 * 1024 * 1024;

    private static final int END = -1;
    private static final int LONGEST_NAME = 100;
    private static final String ROW = "row";

    /** What is found, in the file's order. */
    interface Findings {

        /** @param xml an element without content; whether it is XML is for an XML reader to say */
        void row(String xml);

        /** @param reason in words, the same for all rows alike */
        void broken(String reason);
    }

    private final Reader text;
    private final Findings findings;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int filled;
    private boolean insideRoot;

    RowScanner(Reader text, Findings findings) {
        this.text = text;
        this.findings = findings;
    }

    void scan() throws IOException {
        for (int next = next(); next != END; next = next()) {
            if (next == '<') {
                markup();
            }
        }
    }

    private void markup() throws IOException {
        int first = next();
        switch (first) {
            case '?' -> skipPast('?', 1, "an instruction that does not end");
            case '!' -> declaration();
            case '/' -> skipPast('/', 0, "a tag that does not end");
            case END -> findings.broken("malformed XML");
            default -> {
                back();
                element();
            }
        }
    }

    private void declaration() throws IOException {
        int first = next();
        if (first == '-') {
            skipPast('-', 2, "a comment that does not end");
        } else if (first == '[') {
            skipPast(']', 2, "a section that does not end");
        } else {
            back();
            documentType();
        }
    }

    private void documentType() throws IOException {
        int depth = 0;
        for (int next = next(); next != END; next = next()) {
            switch (next) {
                case '[' -> depth++;
                case ']' -> depth--;
                case '>' -> {
                    if (depth <= 0) {
                        return;
                    }
                }
                default -> {}
            }
        }
    }

    private void element() throws IOException {
        StringBuilder name = new StringBuilder();
        int next = next();
        while (next != END && !Character.isWhitespace(next) && "/><\"'".indexOf(next) < 0) {
            if (name.length() < LONGEST_NAME) {
                name.append((char) next);
            }
            next = next();
        }
        if (next != END) {
            back();
        }
        if (name.isEmpty()) {
            return; // a stray <, which has already cost the row it stood in
        }
        boolean row = ROW.contentEquals(name);
        if (!row && insideRoot) {
            findings.broken("an element that is no row");
        }
        insideRoot = true;
        tag(name, row);
    }

    /** From behind the name to the end of the tag. */
    private void tag(StringBuilder name, boolean row) throws IOException {
        StringBuilder xml = new StringBuilder("<").append(name);
        int quote = 0;
        int before = 0;
        boolean tooLong = false;
        for (int next = next(); next != END; next = next()) {
            if (next == '<') {
                back();
                broken(row);
                return;
            }
            if (quote == 0 && next == '>') {
                if (row && tooLong) {
                    findings.broken("longer than " + LONGEST_ROW + " characters");
                } else if (row) {
                    findings.row(xml.append(before == '/' ? ">" : "/>").toString());
                }
                return;
            }
            if (quote == 0 ? next == '"' || next == '\'' : next == quote) {
                quote = quote == 0 ? next : 0;
            }
            tooLong |= row && xml.length() == LONGEST_ROW;
            if (row && !tooLong) {
                xml.append((char) next);
            }
            before = next;
        }
        broken(row);
    }

    private void broken(boolean row) {
        if (row) {
            findings.broken("malformed XML");
        }
    }

    /** Past a {@code >} before which {@code filler} stands at least so often. */
    private void skipPast(char filler, int times, String unlessEnded) throws IOException {
        int run = 0;
        for (int next = next(); next != END; next = next()) {
            if (next == '>' && run >= times) {
                return;
            }
            run = next == filler ? run + 1 : 0;
        }
        findings.broken(unlessEnded);
    }

    private int next() throws IOException {
        if (position == filled) {
            filled = text.read(buffer, 0, buffer.length);
            position = 0;
            if (filled <= 0) {
                filled = 0;
                return END;
            }
        }
        return buffer[position++];
    }

    /** Only after {@link #next} gave a character, and once: it still stands in the buffer. */
    private void back() {
        position--;
    }
}
