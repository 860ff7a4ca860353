/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** What became of a name on its way: the suite has a limit, and no place for what nobody sees. */
final class NameKept {

    /** What the suite cuts names to, less the space that may have stood last. */
    private static final int SHORTEST_THAT_WAS_CUT = 79;

    private NameKept() {}

    /** In words, each the same for all names alike; empty when the name came along whole. */
    static List<String> losses(String sent, String kept) {
        int[] before = normalised(sent).codePoints().toArray();
        int[] after = kept.codePoints().toArray();
        int found = 0;
        int unseen = 0;
        int place = 0;
        for (; place < before.length && found < after.length; place++) {
            if (before[place] == after[found]) {
                found++;
            } else {
                unseen++;
            }
        }
        if (found < after.length) {
            return List.of("under another name here");
        }
        boolean cut = place < before.length && after.length >= SHORTEST_THAT_WAS_CUT;
        List<String> losses = new ArrayList<>();
        if (cut) {
            losses.add("with a name that was too long, cut");
        }
        if (unseen > 0 || !cut && place < before.length) {
            losses.add("with characters in the name that nobody sees, left off");
        }
        return losses;
    }

    /** White space says the same however much of it there is. */
    private static String normalised(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }
}
