/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import community.townhall.events.Event;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bodies of events as JSON. Reads leniently, as the contract demands: unknown fields are passed over, unknown
 * constants of an open enum become its {@code UNKNOWN}.
 */
public final class EventJson {

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(inclusion ->
                    inclusion.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .addHandler(new UnknownConstants())
            .build();

    public String write(Event event) {
        return mapper.writeValueAsString(event);
    }

    /** @throws InvalidEventException when the body is not that of such an event */
    public <E extends Event> E read(byte[] body, Class<E> type) {
        try {
            E event = mapper.readValue(body, type);
            if (event == null) {
                throw new InvalidEventException("The body is null");
            }
            return event;
        } catch (JacksonException e) {
            throw new InvalidEventException(
                    "The body is not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    private static final class UnknownConstants extends DeserializationProblemHandler {

        @Override
        public @Nullable Object handleWeirdStringValue(
                DeserializationContext context, Class<?> target, String value, String failure) {
            if (target.isEnum()) {
                for (Object constant : target.getEnumConstants()) {
                    if (((Enum<?>) constant).name().equals("UNKNOWN")) {
                        return constant;
                    }
                }
            }
            return NOT_HANDLED;
        }
    }
}
