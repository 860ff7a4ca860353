/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an asker does by accepting an answer, or another one, or none any more: to each answer concerned, which its author
 * has points for, and to the question.
 */
public final class Acceptances {

    private Acceptances() {}

    /**
     * @param version of the question with that
     * @param answerId absent once none is accepted
     * @param formerly the answer that was accepted until then, if any
     */
    public static List<Merit> merits(
            String questionId,
            long version,
            String askerId,
            @Nullable String answerId,
            @Nullable String formerly,
            Instant at) {
        List<Merit> merits = new ArrayList<>();
        if (answerId != null) {
            merits.add(acceptance(answerId, version, askerId, true, at));
        }
        if (formerly != null && !formerly.equals(answerId)) {
            merits.add(acceptance(formerly, version, askerId, false, at));
        }
        merits.add(new Merit(
                resolutionOf(questionId),
                Merit.Kind.RESOLUTION,
                version,
                questionId,
                askerId,
                false,
                answerId == null ? List.of() : List.of(answerId, questionId),
                answerId != null,
                at));
        return merits;
    }

    /** The merit that is the acceptance of that answer. */
    public static String acceptanceOf(String answerId) {
        return "acceptance:" + answerId;
    }

    /** The merit that is having accepted an answer to that question. */
    public static String resolutionOf(String questionId) {
        return "resolution:" + questionId;
    }

    private static Merit acceptance(String answerId, long version, String askerId, boolean stands, Instant at) {
        return new Merit(
                acceptanceOf(answerId),
                Merit.Kind.ACCEPTANCE,
                version,
                answerId,
                askerId,
                false,
                List.of(answerId),
                stands,
                at);
    }
}
