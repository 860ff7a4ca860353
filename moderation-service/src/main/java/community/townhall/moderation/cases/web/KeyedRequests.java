/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases.web;

import community.townhall.kit.refusal.Refusal;
import community.townhall.kit.web.Creation;
import community.townhall.moderation.cases.Requests;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Holds a request to its {@code Idempotency-Key}. What is decided or reported is kept with its target, where a request
 * under the same key about another target does not find it: so each is written down first.
 */
@Component
final class KeyedRequests {

    private final Requests requests;

    KeyedRequests(Requests requests) {
        this.requests = requests;
    }

    /** @throws community.townhall.kit.web.ProblemException 422 when the key was used before, for a different request */
    <T> T carriedOut(Creation creation, Supplier<T> work) {
        String hash = creation.requestHash();
        if (hash == null) {
            return work.get();
        }
        Requests.Claim claim = requests.claim(creation.id(), hash);
        creation.mustMatch(claim.hash());
        try {
            return work.get();
        } catch (Refusal refused) {
            if (claim.isNew()) {
                requests.release(creation.id());
            }
            throw refused;
        }
    }
}
