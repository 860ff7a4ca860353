/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A text as words in Latin letters are looked for in it. Letters of other scripts stand for those they look like; those
 * that look like none part words as the end of a clause does. A line end parts them no more than a space.
 *
 * @param pieces runs of letters and digits, in their order
 * @param chunks what stands between white space, in their order
 */
record LatinText(List<Piece> pieces, List<Chunk> chunks) {

    /** What stands between a piece or chunk and the one before it. */
    enum Gap {
        /** One apostrophe. */
        APOSTROPHE,
        /** Signs, but no white space. */
        SIGNS,
        /** White space. */
        SPACE,
        /** White space and signs. */
        BOTH,
        /** The end of a clause, or a letter of another script. */
        BREAK
    }

    record Piece(String letters, Gap before) {}

    /**
     * @param written letters, digits and signs
     * @param from its first piece
     * @param to the piece after its last
     */
    record Chunk(String written, int from, int to, Gap before) {

        int pieces() {
            return to - from;
        }
    }

    static LatinText of(String normalised) {
        return new Reader(normalised).read();
    }

    private static final class Reader {

        private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "dr", "prof", "st");

        private final String text;
        private final List<Piece> pieces = new ArrayList<>();
        private final List<Chunk> chunks = new ArrayList<>();
        private final StringBuilder piece = new StringBuilder();
        private final StringBuilder chunk = new StringBuilder();
        private Gap beforePiece = Gap.BREAK;
        private Gap beforeChunk = Gap.BREAK;
        private int signs;
        private int chunkFrom;

        Reader(String text) {
            this.text = text;
        }

        LatinText read() {
            for (int at = 0; at < text.length(); ) {
                int character = text.codePointAt(at);
                at += Character.charCount(character);
                char letter = LookAlikes.letter(character);
                if (letter != 0) {
                    piece.append(letter);
                    chunk.append(letter);
                    signs = 0;
                } else if (Character.isLetter(character)) {
                    endChunk(Gap.BREAK);
                } else if (character == ' ' || character == '\n') {
                    endChunk(signs == 0 ? Gap.SPACE : endsSentence(text.charAt(at - 2)) ? Gap.BREAK : Gap.BOTH);
                } else {
                    addSign(character);
                }
            }
            endChunk(Gap.BREAK);
            return new LatinText(List.copyOf(pieces), List.copyOf(chunks));
        }

        private void addSign(int sign) {
            endPiece();
            boolean apostrophe = (sign == '\'' || sign == '’') && signs == 0;
            widen(apostrophe ? Gap.APOSTROPHE : beforePiece == Gap.SPACE ? Gap.BOTH : Gap.SIGNS);
            signs++;
            chunk.appendCodePoint(sign);
        }

        private boolean endsSentence(char sign) {
            boolean isShort = sign == '.'
                    && !pieces.isEmpty()
                    && TITLES.contains(pieces.getLast().letters());
            return ".,!?;:".indexOf(sign) >= 0 && !isShort;
        }

        private void widen(Gap gap) {
            beforePiece = gap.compareTo(beforePiece) > 0 ? gap : beforePiece;
        }

        private void endPiece() {
            if (!piece.isEmpty()) {
                pieces.add(new Piece(piece.toString(), beforePiece));
                piece.setLength(0);
                beforePiece = Gap.APOSTROPHE;
            }
        }

        private void endChunk(Gap gap) {
            endPiece();
            if (!chunk.isEmpty()) {
                chunks.add(new Chunk(chunk.toString(), chunkFrom, pieces.size(), beforeChunk));
                chunk.setLength(0);
                chunkFrom = pieces.size();
                beforeChunk = Gap.APOSTROPHE;
            }
            widen(gap);
            beforeChunk = gap.compareTo(beforeChunk) > 0 ? gap : beforeChunk;
            signs = 0;
        }
    }
}
