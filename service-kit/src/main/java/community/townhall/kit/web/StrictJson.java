/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * A request's JSON means what it says: a number is no text and no constant's place, a fraction no whole number, a
 * property stands there once, an instant lies within {@link Times}, and every text is made of characters.
 */
final class StrictJson implements JsonMapperBuilderCustomizer {

    private static final int MOST_DIGITS = 19;

    /** A value of the right type that a rule forbids: 422. */
    static final class ForbiddenValueException extends InvalidFormatException {

        private final String rule;
        private final String requirement;

        /** @param requirement what the value must do, to follow the field's name */
        ForbiddenValueException(JsonParser parser, String rule, String requirement, Object value, Class<?> targetType) {
            super(parser, requirement, value, targetType);
            this.rule = rule;
            this.requirement = requirement;
        }

        String rule() {
            return rule;
        }

        String requirement() {
            return requirement;
        }
    }

    @Override
    public void customize(JsonMapper.Builder mapper) {
        mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addModule(new SimpleModule("townhall-strict")
                        .addDeserializer(String.class, new Text())
                        .addDeserializer(Instant.class, new Moment())
                        .addDeserializer(Long.class, new Whole<>(Long.class, BigDecimal::longValueExact))
                        .addDeserializer(Integer.class, new Whole<>(Integer.class, BigDecimal::intValueExact)));
    }

    /** A number is what it is worth and not how it is written: {@code 1.0} is whole, as in JSON Schema. */
    private static final class Whole<N extends Number> extends StdScalarDeserializer<N> {

        private final Class<N> type;
        private final Function<BigDecimal, N> exactly;

        Whole(Class<N> type, Function<BigDecimal, N> exactly) {
            super(type);
            this.type = type;
            this.exactly = exactly;
        }

        @Override
        @SuppressWarnings("unchecked")
        public N deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.currentToken().isNumeric()) {
                return (N) context.handleUnexpectedToken(context.constructType(type), parser);
            }
            BigDecimal number = parser.getDecimalValue();
            // Else a short text such as 1e999999999 would be worked out to its last digit.
            if (number.signum() != 0 && number.precision() - number.scale() > MOST_DIGITS) {
                throw InvalidFormatException.from(parser, "out of range", parser.getString(), type);
            }
            try {
                return exactly.apply(number);
            } catch (ArithmeticException e) {
                throw InvalidFormatException.from(parser, "no whole number in range", parser.getString(), type);
            }
        }
    }

    private static final class Text extends StdScalarDeserializer<String> {

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (String) context.handleUnexpectedToken(context.constructType(String.class), parser);
            }
            String text = parser.getString();
            if (!isText(text)) {
                throw new ForbiddenValueException(
                        parser,
                        "characters",
                        "must have no control characters and no halves of characters",
                        text,
                        String.class);
            }
            return text;
        }

        private static boolean isText(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c < ' ' ? c != '\n' && c != '\r' && c != '\t' : c == 0x7F) {
                    return false;
                }
                if (Character.isSurrogate(c)) {
                    if (Character.isLowSurrogate(c)
                            || ++i == text.length()
                            || !Character.isLowSurrogate(text.charAt(i))) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    private static final class Moment extends StdDeserializer<Instant> {

        Moment() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            String text = parser.getString();
            try {
                Instant instant = Times.parse(text);
                if (Times.isWithinReach(instant)) {
                    // As it will be stored, so that what is decided and answered now is what is found later.
                    return instant.truncatedTo(ChronoUnit.MILLIS);
                }
            } catch (DateTimeException e) {
                throw InvalidFormatException.from(parser, "no instant", text, Instant.class);
            }
            throw new ForbiddenValueException(
                    parser, "range", "must lie within the years 0001 to 9999", text, Instant.class);
        }
    }
}
