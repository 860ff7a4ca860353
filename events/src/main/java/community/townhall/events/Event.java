/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events;

/**
 * The body of an event: what happened, with the full state of its aggregate after it happened.
 *
 * <p>Carrying the whole state lets a consumer keep a copy by writing it only when the stored version is lower: late,
 * repeated and reordered deliveries are then harmless. Members appear by id only. Within a major version of a type only
 * optional components are added.
 */
public interface Event {

    /** The id of the aggregate that changed; becomes the CloudEvents {@code subject}. */
    String aggregateId();

    /**
     * What the Kafka record is keyed by: the aggregate, unless the topic's consumers need a coarser order.
     * All events of one aggregate have the same key.
     */
    default String key() {
        return aggregateId();
    }
}
