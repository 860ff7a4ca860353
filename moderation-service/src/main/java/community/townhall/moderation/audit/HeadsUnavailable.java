/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.audit;

/** Where the signed heads are kept cannot be reached now. */
public final class HeadsUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public HeadsUnavailable(Throwable cause) {
        super("The signed heads cannot be reached: " + cause, cause);
    }
}
