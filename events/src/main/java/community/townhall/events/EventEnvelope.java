/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event with its CloudEvents 1.0 context attributes.
 *
 * @param id made once, together with the change it tells of; a redelivery has the same id
 * @param source the service that owns the aggregate, as a URI reference such as {@code /content-service}
 * @param type the catalogue's name, such as {@code content.post.published.v1}
 * @param subject the aggregate's id
 * @param time when it happened by the clock of the community: for imported history, when it happened there
 * @param entityVersion the aggregate's version after the change: 1, 2, 3…
 * @param correlationId the request that set everything off
 * @param causationId the event that caused this one, absent where a request did
 * @param traceParent W3C trace context of the change
 * @param data what happened
 */
public record EventEnvelope<E extends Event>(
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        long entityVersion,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String traceParent,
        E data) {}
