/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import com.github.houbb.sensitive.word.bs.SensitiveWordBs;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Chinese words, which stand without spaces between them: found anywhere in the text, in simplified or traditional
 * characters, also when signs are put between the characters. The library's own dictionary is not used.
 */
public final class ChineseWords implements WordMatcher {

    /** What is put between two characters to part them for a machine only; the marks that end a clause are not. */
    private static final Pattern BETWEEN =
            Pattern.compile("(?<=[\\p{IsHan}])[ \\t*._|/~·^+=#&@-]{1,3}(?=[\\p{IsHan}a-z])");

    private final SensitiveWordBs words;

    public ChineseWords(Collection<String> words) {
        List<String> denied = List.copyOf(words);
        this.words = SensitiveWordBs.newInstance()
                .wordDeny(() -> denied)
                .wordAllow(List::of)
                .ignoreChineseStyle(true)
                .ignoreCase(true)
                .ignoreWidth(false)
                .ignoreNumStyle(false)
                .ignoreEnglishStyle(false)
                .ignoreRepeat(false)
                .enableNumCheck(false)
                .enableEmailCheck(false)
                .enableUrlCheck(false)
                .enableIpv4Check(false)
                .enableWordCheck(true)
                .init();
    }

    @Override
    public Set<String> matches(NormalText text) {
        if (!text.hasHan()) {
            return Set.of();
        }
        String joined = BETWEEN.matcher(text.toString()).replaceAll("");
        return new TreeSet<>(words.findAll(joined));
    }
}
