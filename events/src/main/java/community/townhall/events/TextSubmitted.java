/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events;

/**
 * A text was handed in, whatever it is the text of: moderation screens it, and tells what becomes of it by the type and id
 * of its subject. An event is one by saying so; moderation needs to know nothing else of it.
 */
public interface TextSubmitted extends Event {

    SubmittedText submitted();
}
