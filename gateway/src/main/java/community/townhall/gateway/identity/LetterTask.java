/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import java.time.Instant;

/**
 * A letter that is to be written and sent. What it needs is looked up then, and a secret is made only then: what is
 * stored tells nobody's secret, and storing it takes the same time whether there is such an account or not.
 *
 * @param about a username or address as typed for {@link Kind#PASSWORD_LINK}, else the account's id
 * @param to where it goes; empty where the account's own address is meant
 * @param attempt the first is 1; 0 while it waits
 */
public record LetterTask(String id, Kind kind, String about, String to, Language language, Instant at, int attempt) {

    static LetterTask first(String id, Kind kind, String about, String to, Language language, Instant at) {
        return new LetterTask(id, kind, about, to, language, at, 0);
    }

    /** What it is about. */
    public enum Kind {
        /** By which a password is set anew. */
        PASSWORD_LINK,
        /** By which a new address is confirmed. */
        CONFIRMATION,
        /** That the password was changed. */
        PASSWORD_CHANGED,
        /** That the account has another address now, to the one before. */
        ADDRESS_CHANGED
    }

    @Override
    public String toString() {
        return "LetterTask " + kind;
    }
}
