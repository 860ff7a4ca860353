/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import community.townhall.kit.outbox.Retry;
import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.Contents;
import community.townhall.moderation.content.Outcome;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.content.Verdict;
import community.townhall.moderation.screening.phase.Repeat;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets go what was held for repeating a text that its author has deleted. Whoever moves a text deletes it here and puts it
 * there, within a second: the deletion, which is about another subject, may come here after the text it made room for.
 *
 * <p>Both sides write before they look: who deletes marks the text and looks for those like it, who screens stores the
 * text and looks whether those it is like are deleted. So one of the two sees the other.
 */
public final class LiftRepeats {

    private final Contents contents;
    private final RecentTexts recentTexts;
    private final Repeat repeat;
    private final Clock clock;

    public LiftRepeats(Contents contents, RecentTexts recentTexts, Repeat repeat, Clock clock) {
        this.contents = contents;
        this.recentTexts = recentTexts;
        this.repeat = repeat;
        this.clock = clock;
    }

    /** @param last what its author has deleted, which is known to be deleted */
    public void ofDeleted(Submission last) {
        List<RecentText> texts = recentTexts.by(last.authorId());
        Set<String> said = texts.stream()
                .filter(text -> text.isOf(last))
                .map(RecentText::fingerprint)
                .collect(Collectors.toSet());
        lift(texts, said);
    }

    /** Of the author's texts those that say that. */
    void of(String authorId, String fingerprint) {
        lift(recentTexts.by(authorId), Set.of(fingerprint));
    }

    private void lift(List<RecentText> texts, Set<String> fingerprints) {
        Set<String> subjects = texts.stream()
                .filter(text -> fingerprints.contains(text.fingerprint()))
                .map(RecentText::subjectId)
                .collect(Collectors.toSet());
        Set<String> deleted = subjects.size() < 2 ? Set.of() : contents.deletedAmong(subjects);
        if (deleted.isEmpty()) {
            return;
        }
        for (int at = 0; at < texts.size(); at++) {
            RecentText text = texts.get(at);
            if (fingerprints.contains(text.fingerprint()) && !deleted.contains(text.subjectId())) {
                AuthorHistory before = new AuthorHistory(texts.subList(0, at), Integer.MAX_VALUE);
                Verdict verdict = repeat.judge(text, before.without(deleted));
                // The first few only: of the others nothing changes, however many there are.
                if (verdict.outcome() != Outcome.REJECT) {
                    lift(text, verdict);
                }
            }
        }
    }

    private void lift(RecentText text, Verdict verdict) {
        Instant now = clock.instant();
        Retry.onConflict(() -> {
            Optional<Content.Change> change =
                    contents.find(text.subjectId()).flatMap(content -> content.lifted(text.revision(), verdict, now));
            change.ifPresent(changed -> contents.update(changed, now));
            return change.isPresent();
        });
    }
}
