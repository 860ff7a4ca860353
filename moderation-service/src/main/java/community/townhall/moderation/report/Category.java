/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.report;

/** What is wrong, as a reporter sees it, with the gravity that its reports weigh. */
public enum Category {
    SPAM(1.0),
    HARASSMENT(1.25),
    HATE(1.5),
    SEXUAL(1.25),
    VIOLENCE(1.5),
    OFF_TOPIC(0.5),
    OTHER(0.75);

    private final double gravity;

    Category(double gravity) {
        this.gravity = gravity;
    }

    public double gravity() {
        return gravity;
    }
}
