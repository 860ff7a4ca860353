/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.reaction;

/**
 * Who reacts.
 *
 * @param pseudonymous whether the id stands for somebody of whom nothing is known, as voters in another community's dump:
 *     the reaction counts like any other, and earns its giver nothing
 */
public record Reactor(String memberId, boolean pseudonymous) {

    public static Reactor member(String memberId) {
        return new Reactor(memberId, false);
    }

    /** @param id that nobody has, and only this reaction is by */
    public static Reactor unknown(String id) {
        return new Reactor(id, true);
    }
}
