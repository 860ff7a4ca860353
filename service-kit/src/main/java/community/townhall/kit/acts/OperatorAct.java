/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.acts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One thing an operator did.
 *
 * @param by the member id
 * @param act the method and path of the request
 * @param said its body, as JSON, cut where it is long
 * @param status what it was answered; absent while it is carried out, or when the service ended meanwhile
 */
@Document("operatorActs")
record OperatorAct(
        @Id String id,
        Instant at,
        String by,
        String act,
        @Nullable String said,
        @Nullable String correlationId,
        @Nullable Integer status) {}
