/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events;

/** Its author deleted what a text is the text of, for good: it is nobody's case any more. */
public interface TextDeleted extends Event {

    /** What it said last. */
    SubmittedText deleted();
}
