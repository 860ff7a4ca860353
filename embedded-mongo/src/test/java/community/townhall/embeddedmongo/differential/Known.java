/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo.differential;

import community.townhall.embeddedmongo.differential.Comparison.Difference;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Where the embedded server is known to answer otherwise, and nothing goes by it; a sequence ends where it comes to one of
 * these. Decision record 0009 tells of them.
 */
enum Known {
    /** An id may be null in MongoDB; a document of ours that has none is a fault of its writer. */
    ID_NULL {
        @Override
        boolean is(Difference difference) {
            return json(difference.last()).contains("\"_id\": null")
                    && difference.embedded().matches("(?s).*(error|\"code\":) 53.*");
        }
    },
    /** Which of two errors a change is refused with that both refuse. */
    WHICH_ERROR {
        @Override
        boolean is(Difference difference) {
            return difference.embedded().matches("(?s).*(error|code).*")
                    && withoutCodes(difference.embedded()).equals(withoutCodes(difference.real()));
        }

        private static String withoutCodes(String answer) {
            return answer.replaceAll("(error|\"code\":) \\d+", "$1");
        }
    },
    /** A number set to an equal one of another type keeps its type; they are equal wherever they are read or compared. */
    TYPE_OF_A_NUMBER {
        @Override
        boolean is(Difference difference) {
            return plain(difference.embedded()).equals(plain(difference.real()));
        }

        private static String plain(String answer) {
            return answer.replaceAll("\"nModified\": \\d+", "")
                    .replaceAll("\\{\"\\$number\\w+\": \"(-?[\\d.]+)\"}", "$1")
                    .replaceAll("(\\d)\\.0\\b", "$1")
                    .replace("-0", "0");
        }
    },
    /** A group by whole arrays or documents, or of them; services group single values. */
    GROUP_OF_WHOLES {
        @Override
        boolean is(Difference difference) {
            return json(difference.last()).contains("\"$group\"")
                    && Pattern.compile("\"(_id|most)\": [\\[{]")
                            .matcher(difference.real())
                            .find();
        }
    },
    /** A projection of fields within arrays of arrays, or of what is no document. */
    PROJECTION_WITHIN {
        @Override
        boolean is(Difference difference) {
            Object projection = difference.last().containsKey("find")
                    ? difference.last().get("projection")
                    : difference.last().get("fields");
            return projection instanceof Document fields
                    && fields.keySet().stream().anyMatch(field -> field.contains("."));
        }
    },
    /** All of a list of several with null in it, of a field that is not there. */
    ALL_OF_NULL {
        @Override
        boolean is(Difference difference) {
            return json(difference.last()).matches("(?s).*\"\\$all\": \\[[^\\]]*null.*");
        }
    },
    /** Null asked of a field within an array: MongoDB tells what is not there from what cannot be there. */
    NULL_WITHIN_AN_ARRAY {
        @Override
        boolean is(Difference difference) {
            return json(difference.last()).matches("(?s).*\"[a-d](\\.\\w+)+\": (\\{\"\\$\\w+\": )?(\\[[^\\]]*)?null.*");
        }
    },
    /**
     * Which of several documents a change of one is made to, or how far a change of many had come when it was refused: with an
     * index MongoDB may come to another document first. The difference may show only later.
     */
    WHICH_OF_SEVERAL {
        @Override
        boolean is(Difference difference) {
            List<Document> commands = difference.commands();
            return commands.stream().anyMatch(command -> command.containsKey("createIndexes"))
                    && commands.stream().anyMatch(command -> isOfOne(command) || isOfMany(command));
        }

        private static boolean isOfOne(Document command) {
            boolean deletes = command.containsKey("delete");
            return (deletes || command.containsKey("update"))
                    && command.getList(deletes ? "deletes" : "updates", Object.class, List.of()).stream()
                            .anyMatch(statement -> statement instanceof Document one
                                    && !one.getBoolean("multi", false)
                                    && one.get("q") instanceof Document selector
                                    && !(selector.get("_id") instanceof String));
        }

        /** By what some documents refuse. */
        private static boolean isOfMany(Document command) {
            return json(command).contains("\"multi\": true")
                    && json(command).matches("(?s).*\\$(pop|push|pull|pullAll|addToSet|inc|mul|max|min)\".*");
        }
    },
    /** An element added to null makes an array of it; documents of ours have no fields that are null. */
    ADDED_TO_NULL {
        @Override
        boolean is(Difference difference) {
            return json(difference.last()).matches("(?s).*\\$(push|addToSet|inc|mul)\".*")
                    && difference.real().matches("(?s).*(error|\"code\":) (2|14)\\b.*")
                    && difference.commands().stream()
                            .anyMatch(command -> json(command).contains(": null"));
        }
    },
    /** A sum beyond what a long holds; MongoDB goes on with doubles. */
    SUM_BEYOND_LONG {
        @Override
        boolean is(Difference difference) {
            return json(difference.last()).contains("\"$sum\"")
                    && difference.commands().stream()
                            .anyMatch(command -> json(command).contains(Long.toString(Long.MAX_VALUE)));
        }
    },
    /** A filter of elements that are themselves arrays, of which one element satisfies it. */
    FILTER_OF_ARRAYS {
        @Override
        boolean is(Difference difference) {
            return difference.commands().stream()
                            .anyMatch(command -> json(command).contains("\"arrayFilters\"")
                                    && json(command).matches("(?s).*\\$\\[e].*"))
                    && difference.commands().stream()
                            .anyMatch(command -> json(command).matches("(?s).*\\[([^\\]]*, )?\\[.*"));
        }
    },
    /** Two bounds asked of an array, of which one element satisfies one, and another the other. */
    BOUNDS_OF_AN_ARRAY {
        @Override
        boolean is(Difference difference) {
            return json(difference.last()).matches("(?s).*\\{\"\\$gte\": [^:]*\"\\$lt\":.*")
                    && difference.commands().stream()
                            .anyMatch(command -> json(command).matches("(?s).*(\"[a-d]\": \\[|\\$push|\\$addToSet).*"));
        }
    },
    /** A place in an array that is not there, renamed: nothing in MongoDB, refused here. */
    RENAME_WITHIN_AN_ARRAY {
        @Override
        boolean is(Difference difference) {
            return json(difference.last()).matches("(?s).*\"\\$rename\": \\{\"[a-d]\\.\\d.*");
        }
    },
    /** A list of values asked of an array within an array, whose elements MongoDB does not look at. */
    LIST_WITHIN_ARRAYS {
        @Override
        boolean is(Difference difference) {
            return json(difference.last()).matches("(?s).*\"\\$(in|nin|all)\": .*")
                    && difference.commands().stream()
                            .anyMatch(command -> json(command).matches("(?s).*\\[([^\\]]*, )?\\[.*"));
        }
    },
    /** A pattern that is stored as a value, which another pattern is asked of. */
    STORED_PATTERN {
        @Override
        boolean is(Difference difference) {
            return json(difference.last()).contains("\"$regex\"")
                    && difference.commands().stream()
                            .anyMatch(command -> json(command).contains("\"$regularExpression\""));
        }
    },
    /** Comparisons with what is not a number. */
    NOT_A_NUMBER {
        @Override
        boolean is(Difference difference) {
            return difference.commands().stream()
                    .anyMatch(command -> json(command).contains("NaN"));
        }
    },
    /** By an index of the field MongoDB also counts, as null, the documents that lack it, or as undefined those whose array is empty. */
    DISTINCT_OF_THE_MISSING {
        @Override
        boolean is(Difference difference) {
            return difference.last().containsKey("distinct")
                    && difference
                            .real()
                            .replaceFirst("(null|\\{\"\\$undefined\": true})(, )?", "")
                            .equals(difference.embedded());
        }
    },
    /** The empty collection that an upsert or a refused command leaves, or does not. */
    EMPTY_COLLECTION {
        @Override
        boolean is(Difference difference) {
            if (List.of(difference.real(), difference.embedded()).contains("error 26")
                    || (difference.last().containsKey("create")
                            && difference.embedded().equals("error 48"))) {
                return true;
            }
            return difference.last().containsKey("listCollections")
                    ? names(difference.embedded()) - names(difference.real()) != 0
                    : withoutEmpty(difference.embedded()).equals(withoutEmpty(difference.real()));
        }

        private static int names(String answer) {
            return answer.split("\"name\"").length;
        }

        private static List<String> withoutEmpty(String contents) {
            return List.of(contents.replaceAll("\\b\\w+, _id_(?=[,\\]])", "").split("[\\[\\], ]+"));
        }
    };

    abstract boolean is(Difference difference);

    private static String json(Document command) {
        return command.toJson();
    }

    /** The first of these that it is. */
    static @Nullable Known of(Difference difference) {
        for (Known known : values()) {
            if (known.is(difference)) {
                return known;
            }
        }
        return null;
    }
}
