/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo.differential;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Random values, few enough that queries find something. */
final class Values {

    private static final List<String> TEXTS = List.of("", "a", "b", "ab", "B", "ä", "汉字", "\uD83D\uDE00", "a.b", "$a");
    private static final List<String> FIELDS = List.of("a", "b", "c", "d");

    private final Random random;

    Values(Random random) {
        this.random = random;
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @SafeVarargs
    final <T> T from(Supplier<? extends T>... ways) {
        return ways[random.nextInt(ways.length)].get();
    }

    String id() {
        return "id" + random.nextInt(12);
    }

    String field() {
        return oneOf(FIELDS);
    }

    /** A field, of the document or of one within it, or an element of an array. */
    String path() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> field() + "." + field();
            case 2 -> field() + "." + random.nextInt(3);
            case 3 -> field() + "." + random.nextInt(2) + "." + field();
            default -> field();
        };
    }

    @Nullable
    Object scalar() {
        return switch (random.nextInt(20)) {
            case 0 -> null;
            case 1 -> oneIn(2);
            case 2 -> (long) random.nextInt(4);
            case 3 -> (double) random.nextInt(4);
            case 4 -> random.nextInt(8) / 2.0;
            case 5 -> new Date(1_700_000_000_000L + random.nextInt(4) * 1000L);
            case 6 -> new ObjectId(random.nextInt(3), 7);
            case 7, 8, 9, 10, 11 -> oneOf(TEXTS);
            default -> random.nextInt(6) - 1;
        };
    }

    /** Values that services do not use, but anybody may send. */
    @Nullable
    Object odd() {
        return switch (random.nextInt(13)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> -0.0;
            case 3 -> Long.MAX_VALUE;
            case 4 -> (1L << 53) + random.nextInt(3);
            case 5 -> new Decimal128(random.nextInt(4));
            case 6 -> new Binary(new byte[] {1, 2, (byte) random.nextInt(3)});
            case 7 -> new MinKey();
            case 8 -> new MaxKey();
            case 9 -> Integer.MAX_VALUE;
            case 10 -> Pattern.compile("^a");
            case 11 -> new Document();
            default -> "x".repeat(300);
        };
    }

    @Nullable
    Object value(int depth) {
        int kind = random.nextInt(20);
        if (depth > 0 && kind < 3) {
            return document(depth - 1);
        }
        if (depth > 0 && kind < 6) {
            return array(depth - 1);
        }
        return kind == 6 ? odd() : scalar();
    }

    Document document(int depth) {
        Document document = new Document();
        for (int i = random.nextInt(4); i > 0; i--) {
            document.put(field(), value(depth));
        }
        return document;
    }

    List<@Nullable Object> array(int depth) {
        List<@Nullable Object> array = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(value(depth));
        }
        return array;
    }

    /** A document to store. */
    Document stored() {
        Document document = new Document("_id", oneIn(20) ? value(1) : id());
        document.putAll(document(2));
        return document;
    }
}
