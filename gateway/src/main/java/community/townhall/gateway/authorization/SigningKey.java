/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization;

import java.time.Instant;

/**
 * A key that signs access tokens.
 *
 * @param number counts the keys there have been: 1 is the first
 * @param jwk the pair, as a JSON Web Key
 * @param signsFrom when it begins to sign; it is published before, so that everybody knows it by then
 */
public record SigningKey(int number, String jwk, Instant createdAt, Instant signsFrom) {

    @Override
    public String toString() {
        return "SigningKey " + number;
    }
}
