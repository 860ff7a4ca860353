/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the port promises, without a database. */
final class AttemptsInMemory implements SignInAttempts {

    private final Map<String, SignInFailures> failures = new HashMap<>();

    @Override
    public SignInFailures failures(String accountId, String from) {
        return failures.getOrDefault(accountId + "/" + from, SignInFailures.NONE);
    }

    @Override
    public boolean update(String accountId, String from, SignInFailures before, SignInFailures after, Instant now) {
        if (!failures(accountId, from).equals(before)) {
            return false;
        }
        failures.put(accountId + "/" + from, after);
        return true;
    }

    @Override
    public Optional<Instant> lockedUntil(String accountId, Instant now) {
        return failures.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(accountId + "/"))
                .map(entry -> entry.getValue().lockedUntil())
                .filter(now::isBefore)
                .max(Comparator.naturalOrder());
    }

    @Override
    public void forgetFailures(String accountId) {
        failures.keySet().removeIf(key -> key.startsWith(accountId + "/"));
    }
}
