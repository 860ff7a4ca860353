/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.thanks;

import community.townhall.engagement.target.Target;
import community.townhall.engagement.target.TargetType;
import community.townhall.engagement.target.Targets;
import community.townhall.kit.refusal.Refusal;
import java.time.Clock;

/** Thanks the author of a post or comment, or takes that back; and has moderation's word on it. */
public final class SayThanks {

    private final AllThanks thanks;
    private final Targets targets;
    private final Clock clock;

    public SayThanks(AllThanks thanks, Targets targets, Clock clock) {
        this.thanks = thanks;
        this.targets = targets;
        this.clock = clock;
    }

    /** @throws Refusal when there is no such thing to be seen, or it may not be said */
    public Thanks say(String memberId, TargetType type, String targetId, String word) {
        Target target = targets.visible(type, targetId);
        String id = thanks.idOf(memberId, type, targetId);
        return thanks.change(id, current -> Thanks.given(current, id, memberId, target, word, clock.instant()))
                .orElseThrow();
    }

    public void takeBack(String memberId, TargetType type, String targetId) {
        thanks.change(thanks.idOf(memberId, type, targetId), current -> current.flatMap(Thanks::withdrawn));
    }

    /** Of what is unknown here nothing can be said. */
    public void judge(String id, Thanks.Judgement judgement) {
        thanks.change(id, current -> current.flatMap(found -> found.judged(judgement)));
    }
}
