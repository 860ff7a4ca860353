/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.passkey;

import java.util.List;

/** The passkeys there are. */
public interface Passkeys {

    /** The latest first. */
    List<Passkey> ofAccount(String accountId);

    /** False when the account has none of that id. */
    boolean remove(String accountId, String id);

    void removeAllOf(String accountId);
}
