/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** The errors with which MongoDB refuses what is not well formed. Services and drivers go by the code. */
final class Refusals {

    private Refusals() {}

    static MongoServerError badValue(String message) {
        return new MongoServerError(2, "BadValue", message);
    }

    static MongoServerError failedToParse(String message) {
        return new MongoServerError(9, "FailedToParse", message);
    }

    static MongoServerError typeMismatch(String field, String type) {
        return new MongoServerError(
                14, "TypeMismatch", "BSON field '" + field + "' is the wrong type, expected " + type);
    }

    static MongoServerError tooDeep() {
        return new MongoServerError(
                15, "Overflow", "BSONObj exceeds maximum nested object depth: " + Requests.MOST_LEVELS);
    }

    static MongoServerError invalidLength(String field) {
        return new MongoServerError(16, "InvalidLength", "'" + field + "' must have at least one element");
    }

    static MongoServerError namespaceNotFound(String namespace) {
        return new MongoServerError(26, "NamespaceNotFound", "ns not found: " + namespace);
    }

    static MongoServerError location(int code, String message) {
        return new MongoServerError(code, "Location" + code, message);
    }

    static MongoServerError missing(String field) {
        return location(40414, "BSON field '" + field + "' is missing but a required field");
    }

    /** For what MongoDB does and this server does not: an error in place of a wrong answer. */
    static MongoServerError notImplemented(String what) {
        return new MongoServerError(238, "NotImplemented", what + " is not supported by the embedded server");
    }
}
