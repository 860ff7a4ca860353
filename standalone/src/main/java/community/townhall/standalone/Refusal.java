/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone;

/** Something the person at the command line can put right. The message says what is wrong and what to do. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }
}
