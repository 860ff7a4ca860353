/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events;

/**
 * One type of event.
 *
 * @param name the CloudEvents {@code type}: {@code <service>.<aggregate>.<past tense>.v<major>}
 * @param topic the Kafka topic of its aggregate
 * @param body the record that the JSON body maps to
 */
public record EventType<E extends Event>(String name, Topic topic, Class<E> body) {

    /** Where the JSON Schema of the body stands on the class path; also the CloudEvents {@code dataschema}. */
    public String schema() {
        return "/schemas/" + name + ".json";
    }
}
