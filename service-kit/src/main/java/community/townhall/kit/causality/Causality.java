/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.causality;

import org.jspecify.annotations.Nullable;

/**
 * What the current work goes back to: bound for the length of a request or of an event's handling, and copied into
 * every event that results.
 *
 * @param correlationId the request that set everything off
 * @param causationId the event being handled, absent while a request is
 */
public record Causality(
        @Nullable String correlationId, @Nullable String causationId) {

    private static final ScopedValue<Causality> CURRENT = ScopedValue.newInstance();
    private static final Causality UNKNOWN = new Causality(null, null);

    /** Never null; both parts are absent in work that neither a request nor an event began. */
    public static Causality current() {
        return CURRENT.orElse(UNKNOWN);
    }

    /** Runs the work with this as {@link #current()}. */
    public <R extends @Nullable Object, X extends Throwable> R call(ScopedValue.CallableOp<R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }
}
