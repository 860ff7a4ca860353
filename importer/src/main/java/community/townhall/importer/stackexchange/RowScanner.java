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
    private static final String BEHIND_THE_END = "has something behind its end tag";

    /** What is found, in the file's order. */
    interface Findings {

        /** @param xml an element without content; whether it is XML is for an XML reader to say */
        void row(String xml);

        /** @param reason in words, the same for all rows alike */
        void broken(String reason);

        /** @param what is wrong with the file as a whole, in words: it may have cost rows that nobody can count */
        void fault(String what);
    }

    private final Reader text;
    private final Findings findings;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int filled;
    private String root = "";
    private boolean begun;
    private boolean closed;
    private boolean holdsNul;
    /** Whether what comes may be the rest of a row that was found broken, and was counted as one. */
    private boolean behindBroken;

    RowScanner(Reader text, Findings findings) {
        this.text = text;
        this.findings = findings;
    }

    void scan() throws IOException {
        boolean empty = true;
        for (int next = next(); next != END; next = next()) {
            if (next == '<') {
                markup();
            } else if (!Character.isWhitespace(next)) {
                text(next);
            }
            empty &= Character.isWhitespace(next);
        }
        if (holdsNul) {
            findings.fault("holds NUL characters where others were");
        }
        if (empty) {
            findings.fault("is empty");
        } else if (!begun) {
            findings.fault("holds no XML element");
        } else if (!closed) {
            findings.fault("ends before its end tag");
        }
    }

    /** The name of the element that is around the rows; empty when there is none. */
    String root() {
        return root;
    }

    /** Rows have attributes alone, so that text is what is left of something else. */
    private void text(int first) {
        if (first != 0 && !behindBroken) {
            findings.fault(closed ? BEHIND_THE_END : "has text outside its rows");
        }
    }

    private void markup() throws IOException {
        int first = next();
        switch (first) {
            case '?' -> skipPast('?', 1, "an instruction that does not end");
            case '!' -> declaration();
            case '/' -> endTag();
            case END -> findings.broken("malformed XML");
            default -> {
                back();
                element();
            }
        }
    }

    private void endTag() throws IOException {
        String name = name();
        if (skipPast('/', 0, "a tag that does not end") && begun && name.equals(root)) {
            closed = true;
            behindBroken = false;
        }
    }

    private void declaration() throws IOException {
        int first = next();
        if (first == '-') {
            skipPast('-', 2, "a comment that does not end");
        } else if (first == '[') {
            skipPast(']', 2, "a section that does not end");
            findings.fault("has text outside its rows");
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
        String name = name();
        if (name.isEmpty()) {
            return; // a stray <, which has already cost the row it stood in
        }
        boolean row = ROW.equals(name);
        boolean first = !begun;
        begun = true;
        if (closed) {
            findings.fault(BEHIND_THE_END);
        } else if (first && row) {
            findings.fault("has no element around its rows");
        } else if (first) {
            root = name;
        }
        if (!row && !first) {
            findings.broken("an element that is no row");
        }
        tag(name, row, first);
    }

    private String name() throws IOException {
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
        return name.toString();
    }

    /** From behind the name to the end of the tag. */
    private void tag(String name, boolean row, boolean first) throws IOException {
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
                    behindBroken = false;
                    findings.row(xml.append(before == '/' ? ">" : "/>").toString());
                }
                closed |= first && !row && before == '/';
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
            behindBroken = true;
            findings.broken("malformed XML");
        }
    }

    /**
     * Past a {@code >} before which {@code filler} stands at least so often.
     *
     * @return whether there is one
     */
    private boolean skipPast(char filler, int times, String unlessEnded) throws IOException {
        int run = 0;
        for (int next = next(); next != END; next = next()) {
            if (next == '>' && run >= times) {
                return true;
            }
            run = next == filler ? run + 1 : 0;
        }
        findings.broken(unlessEnded);
        return false;
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
        int next = buffer[position++];
        holdsNul |= next == 0;
        return next;
    }

    /** Only after {@link #next} gave a character, and once: it still stands in the buffer. */
    private void back() {
        position--;
    }
}
