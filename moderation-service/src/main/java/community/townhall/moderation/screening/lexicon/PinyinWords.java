/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import java.util.Set;

/**
 * Chinese words written in Latin letters. Most pinyin, and all that is abbreviated, means something only among Chinese,
 * and nothing in code.
 *
 * @param amongChinese all of them
 * @param anywhere those that are neither a word, nor an abbreviation, nor a name elsewhere
 */
public record PinyinWords(LatinWords amongChinese, LatinWords anywhere) implements WordMatcher {

    @Override
    public Set<String> matches(NormalText text) {
        return (text.hasHan() ? amongChinese : anywhere).matches(text);
    }

    @Override
    public Set<String> matchesAmongCode(NormalText text) {
        return anywhere.matchesAmongCode(text);
    }
}
