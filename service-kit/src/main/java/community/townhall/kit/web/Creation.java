/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a creating request is to create.
 *
 * @param id of the new thing
 * @param requestHash kept with it, to tell a repeated request from another one under the same key; absent without a key
 */
public record Creation(String id, @Nullable String requestHash) {

    /**
     * For when there is a thing of that id already.
     *
     * @param storedHash what was kept with it
     * @throws ProblemException 422 when it was created by another request: the key was used before
     */
    public void mustMatch(@Nullable String storedHash) {
        if (requestHash == null || !requestHash.equals(storedHash)) {
            String message = "This Idempotency-Key was used before, for a different request";
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "Idempotency-Key reused",
                    message,
                    List.of(new ProblemException.FieldError("Idempotency-Key", "reused", message)));
        }
    }
}
