/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.reaction;

/** What happened to a reaction, with the reaction as it is after it. */
public sealed interface ReactionEvent {

    Reaction reaction();

    /** It was given, or a vote was turned round. */
    record Given(Reaction reaction) implements ReactionEvent {}

    /** It was taken back. */
    record Withdrawn(Reaction reaction) implements ReactionEvent {}
}
