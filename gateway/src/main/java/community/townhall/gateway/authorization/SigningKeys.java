/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization;

import java.util.List;

/** The keys of access tokens, shared by all gateways and kept over restarts. */
public interface SigningKeys {

    /** By their numbers. */
    List<SigningKey> all();

    /** False, and nothing kept, when there is one of that number: of gateways that make one at once the first wins. */
    boolean add(SigningKey key);

    void remove(SigningKey key);
}
