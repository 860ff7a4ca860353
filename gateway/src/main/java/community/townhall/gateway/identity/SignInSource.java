/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * Where an attempt to sign in comes from.
 *
 * @param address of the network: of an IPv6 address the first 64 bits, which one household shares
 * @param device what the browser can show of having signed in before
 */
public record SignInSource(String address, Optional<Device> device) {

    /** Where all attempts count that come from no known device. */
    static final String STRANGERS = "strangers";

    /**
     * A browser from which the password was given rightly.
     *
     * @param accountId whose password
     * @param since when; a password set later makes strangers of all devices
     */
    public record Device(String id, String accountId, Instant since) {

        boolean isKnownTo(Account account) {
            return accountId.equals(account.id()) && !since.isBefore(account.passwordSetAt());
        }

        String name() {
            return "device/" + id;
        }
    }

    String ofAddress() {
        return "address/" + address;
    }
}
