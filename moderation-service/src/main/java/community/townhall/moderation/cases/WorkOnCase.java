/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import community.townhall.kit.refusal.Refusal;
import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.Contents;
import community.townhall.moderation.content.SubjectType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** What moderators do with cases. Every method returns the case as it stands afterwards, or throws {@link Refusal}. */
public final class WorkOnCase {

    private final Docket docket;
    private final Contents contents;
    private final Duration claim;
    private final Clock clock;

    /** @param claim how long a claim lasts */
    WorkOnCase(Docket docket, Contents contents, Duration claim, Clock clock) {
        this.docket = docket;
        this.contents = contents;
        this.claim = claim;
        this.clock = clock;
    }

    /** To look at. */
    public Case find(String id, Moderator moderator) {
        return docket.find(id).openTo(moderator);
    }

    public Case claim(String id, long version, Moderator moderator) {
        return change(id, version, moderator, found -> found.claim(moderator, claim, now()));
    }

    public Case release(String id, long version, Moderator moderator) {
        return change(id, version, moderator, found -> found.release(moderator, now()));
    }

    public Case queue(String id, long version, Moderator moderator) {
        return change(id, version, moderator, found -> found.queue(moderator, now()));
    }

    public Case escalate(String id, long version, Moderator moderator) {
        return change(id, version, moderator, found -> found.escalate(moderator, now()));
    }

    public Case reopen(String id, long version, Moderator moderator) {
        return change(id, version, moderator, found -> found.reopen(moderator, content(id), now()));
    }

    public Case note(String id, String text, Moderator moderator) {
        return docket.change(id, found -> found.note(moderator, text, now()));
    }

    public Case decide(String id, long version, Proposal proposal, Moderator moderator) {
        find(id, moderator);
        docket.settled(id);
        return change(id, version, moderator, found -> found.decide(moderator, proposal, content(id), now()));
    }

    /** Decides on content that perhaps nobody reported: opens its case where need be. */
    public Case act(SubjectType targetType, String targetId, Proposal proposal, Moderator moderator) {
        Content content = contents.find(targetId)
                .filter(found -> found.type().equals(targetType))
                .orElseThrow(() ->
                        Refusal.invalid("targetId", "unknown", "There is no %s %s".formatted(targetType, targetId)));
        if (content.authorId().equals(moderator.id())) {
            throw Refusal.forbidden("You wrote it yourself"); // whether or not it has a case
        }
        docket.settled(targetId);
        return docket.change(targetId, () -> Case.open(content, CaseOrigin.MODERATOR, now()), found -> {
            if (proposal.requestId() != null
                    && found.decisions().forRequest(proposal.requestId()).isPresent()) {
                return found;
            }
            Case open = found.isClosed() ? found.reopen(moderator, content(targetId), now()) : found;
            return open.decide(moderator, proposal, content(targetId), now());
        });
    }

    /** Whom it is about does not even learn at which version it is. */
    private Case change(String id, long version, Moderator moderator, UnaryOperator<Case> step) {
        find(id, moderator);
        return docket.change(id, version, step);
    }

    private Content content(String id) {
        return contents.findInPlace(id).orElseThrow(() -> Refusal.unknown("case", id));
    }

    private Instant now() {
        return clock.instant();
    }
}
