/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.Contents;
import community.townhall.moderation.content.SubjectType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What moderators do with cases. Every method returns the case as it stands afterwards, or throws {@link CaseRefused}. */
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

    public Case claim(String id, long version, Moderator moderator) {
        return docket.change(id, version, found -> found.claim(moderator, claim, now()));
    }

    public Case release(String id, long version, Moderator moderator) {
        return docket.change(id, version, found -> found.release(moderator, now()));
    }

    public Case queue(String id, long version, Moderator moderator) {
        return docket.change(id, version, found -> found.queue(moderator, now()));
    }

    public Case escalate(String id, long version, Moderator moderator) {
        return docket.change(id, version, found -> found.escalate(moderator, now()));
    }

    public Case reopen(String id, long version, Moderator moderator) {
        return docket.change(id, version, found -> found.reopen(moderator, now()));
    }

    public Case note(String id, String text, Moderator moderator) {
        return docket.change(id, found -> found.note(moderator, text, now()));
    }

    public Case decide(String id, long version, Proposal proposal, Moderator moderator) {
        docket.settled(id);
        return docket.change(id, version, found -> found.decide(moderator, proposal, content(id), now()));
    }

    /** Decides on content that perhaps nobody reported: opens its case where need be. */
    public Case act(SubjectType targetType, String targetId, Proposal proposal, Moderator moderator) {
        docket.settled(targetId);
        Content content = contents.find(targetId)
                .filter(found -> found.type() == targetType)
                .orElseThrow(() -> CaseRefused.invalid(
                        "targetId", "unknown", "There is no %s %s".formatted(targetType, targetId)));
        return docket.change(targetId, () -> Case.open(content, CaseOrigin.MODERATOR, now()), found -> {
            if (proposal.requestId() != null
                    && found.decisionFor(proposal.requestId()).isPresent()) {
                return found;
            }
            Case open = found.isClosed() ? found.reopen(moderator, now()) : found;
            return open.decide(moderator, proposal, content(targetId), now());
        });
    }

    private Content content(String id) {
        return contents.find(id).orElseThrow(() -> CaseRefused.unknown(id));
    }

    private Instant now() {
        return clock.instant();
    }
}
