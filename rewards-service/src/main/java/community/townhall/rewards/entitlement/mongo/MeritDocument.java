/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement.mongo;

import community.townhall.rewards.entitlement.Merit;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * @param subjectId absent when it is the id
 * @param pseudonymous absent for no
 * @param about absent when it was done to nothing
 */
@Document(MeritDocument.COLLECTION)
record MeritDocument(
        @Id String id,
        Merit.Kind kind,
        long version,
        @Nullable String subjectId,
        String memberId,
        @Nullable Boolean pseudonymous,
        @Nullable List<String> about,
        boolean stands,
        Instant at) {

    static final String COLLECTION = "merits";
    static final String ABOUT = "about";
    static final String STANDS = "stands";

    static MeritDocument of(Merit merit) {
        return new MeritDocument(
                merit.id(),
                merit.kind(),
                merit.version(),
                merit.subjectId().equals(merit.id()) ? null : merit.subjectId(),
                merit.memberId(),
                merit.pseudonymous() ? true : null,
                merit.about().isEmpty() ? null : merit.about(),
                merit.stands(),
                merit.at());
    }

    Merit toMerit() {
        return new Merit(
                id,
                kind,
                version,
                Objects.requireNonNullElse(subjectId, id),
                memberId,
                Boolean.TRUE.equals(pseudonymous),
                Objects.requireNonNullElse(about, List.of()),
                stands,
                at);
    }
}
