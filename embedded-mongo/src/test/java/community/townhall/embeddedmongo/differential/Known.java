/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo.differential;

import community.townhall.embeddedmongo.differential.Comparison.Difference;

/**
 * Where the embedded server is known to answer otherwise, and nothing goes by it; a sequence ends where it comes to one of
 * these. Docs: decision record 0009.
 */
enum Known {
    /** MongoDB counts a replacement by the same as a change when the fields' places differ; we do not. */
    MODIFIED_BY_A_REPLACEMENT {
        @Override
        boolean is(Difference difference) {
            return difference.last().containsKey("update")
                    && difference.last().toJson().matches("(?s).*\"u\": \\{(?!\"\\$).*")
                    && withoutModified(difference.embedded()).equals(withoutModified(difference.real()));
        }
    },
    /** An id may be null in MongoDB. */
    ID_NULL {
        @Override
        boolean is(Difference difference) {
            return difference.commands().stream()
                    .anyMatch(command -> command.toJson().contains("\"_id\": null"));
        }
    },
    /** A condition on a place in an array, or on a field of what is not a document, in the matcher of mongo-java-server. */
    PLACES_IN_ARRAYS {
        @Override
        boolean is(Difference difference) {
            return difference.commands().stream()
                    .anyMatch(command -> command.toJson().matches("(?s).*\"[a-d]\\.\\w.*"));
        }
    },
    /** An empty document as a condition, which is one for equality. */
    EMPTY_CONDITION {
        @Override
        boolean is(Difference difference) {
            return difference.last().toJson().matches("(?s).*\"[a-d]\": \\{\\}.*");
        }
    },
    /** Which of two errors a change is refused with that both refuse. */
    WHICH_ERROR {
        @Override
        boolean is(Difference difference) {
            return withoutCode(difference.embedded()).equals(withoutCode(difference.real()));
        }
    },
    /** The empty collection that an upsert or a refused command leaves, or does not. */
    EMPTY_COLLECTION {
        @Override
        boolean is(Difference difference) {
            return difference.last().containsKey("listCollections")
                    || (difference.embedded().startsWith("[")
                            && !difference.embedded().contains("{"));
        }
    };

    abstract boolean is(Difference difference);

    private static String withoutModified(String answer) {
        return answer.replaceAll("\"nModified\": \\d+", "");
    }

    private static String withoutCode(String answer) {
        return answer.replaceAll("\"code\": \\d+", "").replaceAll("error \\d+", "error");
    }

    static boolean any(Difference difference) {
        for (Known known : values()) {
            if (known.is(difference)) {
                return true;
            }
        }
        return false;
    }
}
