/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as {@link Key}s: a byte for the type, then what sorts within it. Numbers of all kinds sort as one, and equal
 * ones have equal keys.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/">BSON comparison order</a>
 */
final class KeyBytes {

    private static final int MIN_KEY = 10;
    /** An empty array at the top of a key: it has no element to stand for it. */
    private static final int NO_ELEMENTS = 15;

    private static final int NULL = 20;
    private static final int NUMBER = 30;
    private static final int TEXT = 40;
    private static final int DOCUMENT = 50;
    private static final int ARRAY = 60;
    private static final int BINARY = 70;
    private static final int OBJECT_ID = 80;
    private static final int BOOLEAN = 90;
    private static final int DATE = 100;
    private static final int TIMESTAMP = 110;
    private static final int REGEX = 120;
    private static final int JAVASCRIPT = 130;
    private static final int MAX_KEY = 240;

    private static final int END = 0;
    private static final int MORE = 1;
    private static final int ESCAPED = 0xFF;
    private static final int UUID_BYTES = 16;
    private static final byte UUID_SUBTYPE = 4;
    private static final byte LEGACY_UUID_SUBTYPE = 3;
    /** Below the least decimal there is, so that what is above it is positive. */
    private static final BigDecimal DEPTH = BigDecimal.TEN.pow(6200);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(48);

    private KeyBytes() {}

    static byte[] of(@Nullable Object value) {
        KeyBytes bytes = new KeyBytes();
        if (value == FieldPath.Empty.ARRAY) {
            bytes.out.write(NO_ELEMENTS);
        } else {
            bytes.out.write(type(value));
            bytes.body(value);
        }
        return bytes.out.toByteArray();
    }

    /** Below the keys of all values that are of that value's type. */
    static Key belowTypeOf(Object value) {
        return new Key(new byte[] {(byte) type(value)});
    }

    static int type(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Missing _ -> NULL;
            case MinKey _ -> MIN_KEY;
            case Number _ -> NUMBER;
            case String _ -> TEXT;
            case Document _ -> DOCUMENT;
            case List<?> _ -> ARRAY;
            case BinData _, UUID _, LegacyUUID _ -> BINARY;
            case ObjectId _ -> OBJECT_ID;
            case Boolean _ -> BOOLEAN;
            case Instant _ -> DATE;
            case BsonTimestamp _ -> TIMESTAMP;
            case BsonRegularExpression _ -> REGEX;
            case BsonJavaScript _ -> JAVASCRIPT;
            case MaxKey _ -> MAX_KEY;
            default -> throw new IllegalArgumentException("Values of " + value.getClass() + " have no order");
        };
    }

    private void body(@Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> number(number);
            case String text -> text(text);
            case Document document -> document(document);
            case List<?> list -> {
                for (Object element : list) {
                    out.write(type(element));
                    body(element);
                }
                out.write(END);
            }
            case BinData data -> binary((byte) 0, data.getData());
            case UUID uuid -> binary(UUID_SUBTYPE, bytes(uuid));
            case LegacyUUID uuid -> binary(LEGACY_UUID_SUBTYPE, bytes(uuid.getUuid()));
            case ObjectId id -> out.writeBytes(id.toByteArray());
            case Boolean truth -> out.write(truth ? 1 : 0);
            case Instant instant -> signed(instant.toEpochMilli());
            case BsonTimestamp timestamp -> out.writeBytes(longBytes(timestamp.getValue()));
            case BsonRegularExpression regex -> {
                text(regex.getPattern());
                text(regex.getOptions() == null ? "" : regex.getOptions());
            }
            case BsonJavaScript code -> text(code.getCode());
            default -> {}
        }
    }

    private void document(Document document) {
        for (Map.Entry<String, Object> field : document.entrySet()) {
            out.write(type(field.getValue()));
            text(field.getKey());
            body(field.getValue());
        }
        out.write(END);
    }

    private void text(String text) {
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            out.write(one);
            if (one == 0) {
                out.write(ESCAPED);
            }
        }
        out.write(END);
        out.write(MORE);
    }

    private void binary(byte subtype, byte[] data) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(data.length).array());
        out.write(subtype);
        out.writeBytes(data);
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private void signed(long value) {
        out.writeBytes(longBytes(value ^ Long.MIN_VALUE));
    }

    private static byte[] longBytes(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    /** The greatest double that is not above the number, then what the number has beyond it. */
    private void number(Number number) {
        switch (number) {
            case Decimal128 decimal -> decimal(decimal);
            case Double real -> approximately(real, null);
            case Float real -> approximately(real.doubleValue(), null);
            default -> {
                long value = number.longValue();
                double near = value;
                if ((long) near == value && near < 0x1p63) {
                    approximately(near, null);
                } else {
                    exactly(BigDecimal.valueOf(value));
                }
            }
        }
    }

    private void decimal(Decimal128 decimal) {
        double near = decimal.doubleValue();
        if (Double.isNaN(near)
                || decimal.equals(Decimal128.POSITIVE_INFINITY)
                || decimal.equals(Decimal128.NEGATIVE_INFINITY)) {
            approximately(near, null);
        } else if (decimal.equals(Decimal128.NEGATIVE_ZERO)
                || near == 0 && decimal.toString().matches("-?0(E.*)?")) {
            approximately(0, null);
        } else {
            exactly(decimal.toBigDecimal());
        }
    }

    private void exactly(BigDecimal value) {
        double near = value.doubleValue();
        if (near == Double.POSITIVE_INFINITY) {
            near = Double.MAX_VALUE;
        } else if (near != Double.NEGATIVE_INFINITY && new BigDecimal(near).compareTo(value) > 0) {
            near = Math.nextDown(near);
        }
        BigDecimal beyond = near == Double.NEGATIVE_INFINITY ? value.add(DEPTH) : value.subtract(new BigDecimal(near));
        approximately(near, beyond.signum() == 0 ? null : beyond.stripTrailingZeros());
    }

    private void approximately(double near, @Nullable BigDecimal beyond) {
        if (Double.isNaN(near)) {
            out.writeBytes(longBytes(0));
        } else {
            long bits = Double.doubleToLongBits(near == 0 ? 0.0 : near);
            out.writeBytes(longBytes(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE));
        }
        if (beyond == null) {
            out.write(END);
        } else {
            out.write(MORE);
            int magnitude = beyond.precision() - beyond.scale();
            out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(magnitude ^ Integer.MIN_VALUE)
                    .array());
            out.writeBytes(beyond.unscaledValue().toString().getBytes(StandardCharsets.US_ASCII));
            out.write(END);
        }
    }
}
