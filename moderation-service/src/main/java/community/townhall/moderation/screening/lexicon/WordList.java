/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A list of words as people edit it: one a line; what follows a {@code #} is for readers. */
public final class WordList {

    private WordList() {}

    /** The lines of a list that a library on the class path has. */
    static BufferedReader lines(String resource) {
        InputStream list = WordList.class.getResourceAsStream(resource);
        return new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(list, resource), StandardCharsets.UTF_8));
    }

    /** The words in lower case. */
    public static List<String> read(Reader reader) throws IOException {
        try (BufferedReader lines = new BufferedReader(reader)) {
            return lines.lines()
                    .map(line -> line.indexOf('#') < 0 ? line : line.substring(0, line.indexOf('#')))
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .toList();
        }
    }
}
