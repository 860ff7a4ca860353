/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally;

/** What happened to a tally. */
public sealed interface TallyEvent {

    /** The counts are others than before. */
    record Changed(Tally tally) implements TallyEvent {}
}
