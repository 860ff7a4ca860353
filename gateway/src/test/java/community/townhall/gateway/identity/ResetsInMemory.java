/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the port promises, without a database. */
final class ResetsInMemory implements PasswordResets {

    private record Reset(String secret, Instant expiresAt) {}

    private final Map<String, Reset> byAccount = new HashMap<>();

    @Override
    public void put(String accountId, By by, String secret, Instant expiresAt) {
        byAccount.put(accountId + "/" + by, new Reset(secret, expiresAt));
    }

    @Override
    public Optional<String> accountOf(String secret, Instant now) {
        return byAccount.entrySet().stream()
                .filter(reset -> reset.getValue().secret().equals(secret))
                .filter(reset -> now.isBefore(reset.getValue().expiresAt()))
                .map(reset -> reset.getKey().split("/")[0])
                .findFirst();
    }

    @Override
    public boolean spend(String accountId, String secret) {
        return byAccount.values().removeIf(reset -> reset.secret().equals(secret));
    }

    @Override
    public void forget(String accountId) {
        byAccount.keySet().removeIf(key -> key.startsWith(accountId + "/"));
    }
}
