/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which key signs and which ones verify. A new key is published a while before it signs, and an old one verifies until
 * the last token that it signed has expired: so a rotation signs nobody out. All gateways decide by what is stored and by
 * the clock, and so alike.
 */
public final class RotateSigningKeys {

    /** A key verifies for about an hour after it was replaced; nobody needs more of them in that time. */
    private static final int MOST = 5;

    private final SigningKeys keys;
    private final Supplier<String> newKey;
    private final Settings settings;
    private final Clock clock;

    public RotateSigningKeys(SigningKeys keys, Supplier<String> newKey, Settings settings, Clock clock) {
        this.keys = keys;
        this.newKey = newKey;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param lifetime after which a key is replaced without being asked
     * @param lead how long a key is published before it signs
     * @param longestToken how long the longest-lived token lives, with what clocks may differ
     */
    public record Settings(Duration lifetime, Duration lead, Duration longestToken) {}

    /** The keys that verify, of which the first signs. There is one always: it is made when there is none. */
    public List<SigningKey> current() {
        Instant now = clock.instant();
        List<SigningKey> all = keys.all();
        if (all.isEmpty()) {
            keys.add(new SigningKey(1, newKey.get(), now, now));
            all = keys.all();
        } else if (!now.isBefore(all.getLast().createdAt().plus(settings.lifetime()))) {
            keys.add(next(all, now));
            all = keys.all();
        }
        List<SigningKey> verifying = new ArrayList<>();
        SigningKey signing = all.getFirst();
        for (int i = 0; i < all.size(); i++) {
            SigningKey key = all.get(i);
            if (i + 1 < all.size() && !now.isBefore(lastUse(all.get(i + 1)))) {
                keys.remove(key);
                continue;
            }
            verifying.add(key);
            if (!now.isBefore(key.signsFrom())) {
                signing = key;
            }
        }
        verifying.remove(signing);
        verifying.addFirst(signing);
        return verifying;
    }

    /** When nothing that the former key signed is good any more. */
    public Instant lastUse(SigningKey successor) {
        return successor.signsFrom().plus(settings.longestToken());
    }

    /** The key that signs from soon on; empty when one is on its way already, or too many are still in use. */
    public Optional<SigningKey> rotate() {
        List<SigningKey> inUse = current();
        Instant now = clock.instant();
        SigningKey next = next(keys.all(), now);
        boolean onItsWay = inUse.stream().anyMatch(key -> now.isBefore(key.signsFrom()));
        return onItsWay || inUse.size() >= MOST || !keys.add(next) ? Optional.empty() : Optional.of(next);
    }

    private SigningKey next(List<SigningKey> all, Instant now) {
        return new SigningKey(all.getLast().number() + 1, newKey.get(), now, now.plus(settings.lead()));
    }
}
