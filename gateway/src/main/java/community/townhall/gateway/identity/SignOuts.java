/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import org.jspecify.annotations.Nullable;

/** Ends what an account has been signed in to. */
public interface SignOuts {

    /** @param exceptSession what the browser calls a session that stays, absent when none does */
    void everywhere(String accountId, @Nullable String exceptSession);

    /** What tokens say of an account is no longer so: they are void, and sessions go on with new ones. */
    void renewTokens(String accountId);
}
