/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

/** A bound is passed; carries no stack trace, for whoever writes such texts writes many. */
final class Overrun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Flaw flaw;

    Overrun(String rule, String message) {
        super(rule, null, false, false);
        this.flaw = new Flaw(rule, message);
    }

    Flaw flaw() {
        return flaw;
    }
}
