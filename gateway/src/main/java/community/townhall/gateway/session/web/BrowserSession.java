/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session.web;

import community.townhall.gateway.Serialized;
import community.townhall.gateway.session.StoredSession;
import community.townhall.gateway.session.StoredSessions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.session.Session;

/** One request's view of a session, and what the request has changed of it. */
final class BrowserSession implements Session {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 32;

    private final Instant createdAt;
    private final Map<String, byte[]> stored;
    private final Map<String, Object> read = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    private String id;
    private @Nullable String storedId;
    private @Nullable String memberId;
    private Instant storedSeenAt;
    private Instant seenAt;
    private Duration idle;

    private BrowserSession(
            String id,
            @Nullable String storedId,
            @Nullable String memberId,
            Map<String, byte[]> stored,
            Instant createdAt,
            Instant seenAt,
            Duration idle) {
        this.id = id;
        this.storedId = storedId;
        this.memberId = memberId;
        this.stored = new HashMap<>(stored);
        this.createdAt = createdAt;
        this.seenAt = seenAt;
        this.storedSeenAt = seenAt;
        this.idle = idle;
    }

    static BrowserSession begun(Instant now, Duration idle) {
        return new BrowserSession(newId(), null, null, Map.of(), now, now, idle);
    }

    static BrowserSession found(String id, StoredSession stored, Duration idle) {
        return new BrowserSession(
                id, stored.id(), stored.memberId(), stored.attributes(), stored.createdAt(), stored.seenAt(), idle);
    }

    private static String newId() {
        byte[] bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** By what name it is in the store; null while it is not there. */
    @Nullable
    String storedId() {
        return storedId;
    }

    String hashedId() {
        return StoredSession.idOf(id);
    }

    Instant storedSeenAt() {
        return storedSeenAt;
    }

    boolean isChanged() {
        return !changed.isEmpty();
    }

    /** From here on only what changes next is a change. */
    void isStored() {
        changed.clear();
        storedId = hashedId();
        storedSeenAt = seenAt;
    }

    StoredSession whole() {
        StoredSessions.Changes changes = changes();
        Map<String, byte[]> all = new HashMap<>(stored);
        all.putAll(changes.set());
        return new StoredSession(hashedId(), memberId, all, createdAt, seenAt, seenAt.plus(idle));
    }

    StoredSessions.Changes changes() {
        Map<String, byte[]> set = new HashMap<>();
        Set<String> removed = new HashSet<>();
        for (String name : changed) {
            @Nullable Object value = read.get(name);
            if (value == null) {
                removed.add(name);
            } else {
                set.put(name, Serialized.of(value));
            }
        }
        stored.putAll(set);
        return new StoredSessions.Changes(set, removed, memberId, seenAt, seenAt.plus(idle));
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        id = newId();
        return id;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getAttribute(String name) {
        @Nullable Object known = read.get(name);
        if (known == null && stored.containsKey(name)) {
            known = Serialized.read(stored.get(name), Object.class).orElse(null);
            if (known != null) {
                read.put(name, known);
            }
        }
        return (T) known;
    }

    @Override
    public Set<String> getAttributeNames() {
        Set<String> names = new HashSet<>(stored.keySet());
        names.addAll(read.keySet());
        return names;
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        changed.add(name);
        if (value == null) {
            read.remove(name);
            stored.remove(name);
            return;
        }
        read.put(name, value);
        if (value instanceof SecurityContext context) {
            @Nullable Authentication who = context.getAuthentication();
            memberId = who == null ? memberId : who.getName();
        }
    }

    @Override
    public void removeAttribute(String name) {
        setAttribute(name, null);
    }

    @Override
    public Instant getCreationTime() {
        return createdAt;
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        seenAt = time;
    }

    @Override
    public Instant getLastAccessedTime() {
        return seenAt;
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        idle = interval;
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return idle;
    }

    /** The store finds none that is over. */
    @Override
    public boolean isExpired() {
        return false;
    }
}
