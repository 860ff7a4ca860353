/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

/** A text would take more work to judge than one text is given. */
public final class OverBudgetException extends RuntimeException {

    private static final long serialVersionUID = 1;

    OverBudgetException(String message) {
        super(message, null, false, false);
    }
}
