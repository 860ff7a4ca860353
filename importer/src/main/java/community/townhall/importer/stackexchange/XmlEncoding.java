/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encoding of an XML file by its first bytes (XML 1.0, appendix F): a byte order mark, or how wide the first
 * character is, outweighs what is declared, since a declaration that contradicts them could not be read.
 *
 * @param markLength how many bytes stand before the text
 */
record XmlEncoding(Charset charset, int markLength) {

    /** Of the bytes that decide, more than any declaration has. */
    static final int BEGINNING = 1024;

    private record Sign(String bytes, Charset charset, boolean isMark) {}

    /** The first that fits counts. */
    private static final List<Sign> SIGNS = List.of(
            new Sign("0000feff", StandardCharsets.UTF_32BE, true),
            new Sign("fffe0000", StandardCharsets.UTF_32LE, true),
            new Sign("efbbbf", StandardCharsets.UTF_8, true),
            new Sign("feff", StandardCharsets.UTF_16BE, true),
            new Sign("fffe", StandardCharsets.UTF_16LE, true),
            new Sign("0000003c", StandardCharsets.UTF_32BE, false),
            new Sign("3c000000", StandardCharsets.UTF_32LE, false),
            new Sign("003c", StandardCharsets.UTF_16BE, false),
            new Sign("3c00", StandardCharsets.UTF_16LE, false));

    private static final Pattern DECLARATION =
            Pattern.compile("<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([^\"'>]*)[\"'].*", Pattern.DOTALL);

    /** @throws IOException when an encoding is declared that is not known here */
    static XmlEncoding of(byte[] beginning) throws IOException {
        String bytes = HexFormat.of().formatHex(beginning);
        for (Sign sign : SIGNS) {
            if (bytes.startsWith(sign.bytes())) {
                return new XmlEncoding(
                        sign.charset(), sign.isMark() ? sign.bytes().length() / 2 : 0);
            }
        }
        Matcher declared = DECLARATION.matcher(new String(beginning, StandardCharsets.ISO_8859_1));
        return new XmlEncoding(declared.matches() ? declared(declared.group(1), beginning) : StandardCharsets.UTF_8, 0);
    }

    private static Charset declared(String name, byte[] beginning) throws IOException {
        Charset charset;
        try {
            charset = Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new IOException("declares an encoding that is not known here", e);
        }
        boolean possible = charset.decode(ByteBuffer.wrap(beginning)).toString().startsWith("<?xml");
        return possible ? charset : StandardCharsets.UTF_8;
    }
}
