/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

/** One side of an entry; the sides of an entry add up to nothing, and so do the books. */
public record Leg(String account, long amount) {

    /** Where points come from, and go back to. */
    public static final String ISSUANCE = "system:issuance";
}
