/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization;

import java.util.Optional;

/** The one key that signs all access tokens, shared by all gateways and kept over restarts, as a JSON Web Key. */
public interface SigningKeys {

    Optional<String> current();

    /** Keeps this key if there is none, and answers the one that is kept. */
    String keepUnlessThereIsOne(String key);
}
