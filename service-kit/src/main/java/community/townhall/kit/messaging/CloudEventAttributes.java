/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

/** Our CloudEvents extensions and what travels beside them. */
public final class CloudEventAttributes {

    /** The aggregate's version after the change, as a decimal number. */
    public static final String ENTITY_VERSION = "entityversion";

    public static final String CORRELATION_ID = "correlationid";
    public static final String CAUSATION_ID = "causationid";

    /** W3C Trace Context, a Kafka header of its own so that any tracer finds it. */
    public static final String TRACE_PARENT = "traceparent";

    private CloudEventAttributes() {}
}
