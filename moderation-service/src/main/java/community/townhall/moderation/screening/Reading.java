/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import community.townhall.moderation.content.Revision;
import community.townhall.moderation.content.SubjectType;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.screening.lexicon.NormalText;
import community.townhall.texts.Lines;
import community.townhall.texts.Link;
import community.townhall.texts.Rendering;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text as it is judged: what readers see of it.
 *
 * @param words its title and its words, without disguises
 * @param body its words alone: what it says under whatever title
 * @param prose the same without what is code; the very same where nothing is
 * @param links the hosts it leads to, or its title names, one entry a link; what leads to this community itself is not among them
 * @param complete whether it was rendered; otherwise the words are as they were written, and no links are known
 */
public record Reading(NormalText words, NormalText body, NormalText prose, List<String> links, boolean complete) {

    static Reading of(Submission submission) {
        return of(submission.revision(), submission.type());
    }

    /** As readers see it. */
    public static Reading of(Revision revision, SubjectType type) {
        Rendering rendering = revision.rendering(type);
        String seen = seen(rendering, rendering.words());
        NormalText words = words(revision, seen);
        NormalText prose =
                rendering.hasCode() ? words(revision, seen(rendering, String.join("\n", rendering.prose()))) : words;
        return new Reading(words, body(revision, seen, words), prose, hosts(revision, rendering), true);
    }

    /** Of a text that is held in any case: to render it would be work for nothing. */
    static Reading unread(Submission submission) {
        Revision revision = submission.revision();
        NormalText written = words(revision, revision.text());
        return new Reading(written, body(revision, revision.text(), written), written, List.of(), false);
    }

    public boolean hasCode() {
        return words != prose;
    }

    /** What is shown only to who points at it is written to be read as well. */
    private static String seen(Rendering rendering, String words) {
        return rendering.titles().isEmpty() ? words : words + "\n" + String.join("\n", rendering.titles());
    }

    private static NormalText words(Revision revision, String words) {
        return NormalText.of(revision.title() == null ? words : revision.title() + "\n" + words);
    }

    private static NormalText body(Revision revision, String seen, NormalText words) {
        return revision.title() == null ? words : NormalText.of(seen);
    }

    private static List<String> hosts(Revision revision, Rendering rendering) {
        List<Link> ofTitle = revision.title() == null ? List.of() : Lines.addressesIn(revision.title());
        return Stream.concat(ofTitle.stream(), rendering.links().stream())
                .map(Link::host)
                .filter(host -> !host.isEmpty())
                .toList();
    }
}
