/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

/** What a member gets by e-mail, as plain text. */
public record Letter(Email to, String subject, String text) {

    @Override
    public String toString() {
        return "Letter";
    }
}
