/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

/** Sends letters, where this community can. */
public interface Mail {

    /** Whether there is a mail server to send by. */
    boolean isSetUp();

    /** @throws NotSent when it could not be handed to the mail server; it may be tried again */
    void send(Letter letter) throws NotSent;

    /** The mail server is away, or does not take the letter. */
    final class NotSent extends Exception {

        public NotSent(Throwable why) {
            super(why.toString());
        }
    }
}
