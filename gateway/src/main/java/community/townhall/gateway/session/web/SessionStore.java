/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session.web;

import community.townhall.gateway.session.StoredSession;
import community.townhall.gateway.session.StoredSessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.session.SessionRepository;

/**
 * Spring Session on our store. A request writes only what it changed, and never brings a session back that has ended in
 * the meantime: a stream of events is a request that lasts for hours.
 */
final class SessionStore implements SessionRepository<BrowserSession> {

    private static final Duration SEEN_TO = Duration.ofMinutes(1);

    private final StoredSessions sessions;
    private final Clock clock;
    private final Duration idle;

    SessionStore(StoredSessions sessions, Clock clock, Duration idle) {
        this.sessions = sessions;
        this.clock = clock;
        this.idle = idle;
    }

    @Override
    public BrowserSession createSession() {
        return BrowserSession.begun(clock.instant(), idle);
    }

    @Override
    public void save(BrowserSession session) {
        Instant seen = session.getLastAccessedTime();
        @Nullable String before = session.storedId();
        if (before == null) {
            sessions.add(session.whole());
        } else if (!before.equals(session.hashedId())) {
            if (sessions.remove(before)) {
                sessions.add(session.whole());
            }
        } else if (session.isChanged() || seen.isAfter(session.storedSeenAt().plus(SEEN_TO))) {
            sessions.update(before, session.changes());
        }
        session.isStored();
    }

    @Override
    public @Nullable BrowserSession findById(String id) {
        return sessions.withId(StoredSession.idOf(id))
                .map((StoredSession stored) -> BrowserSession.found(id, stored, idle))
                .orElse(null);
    }

    @Override
    public void deleteById(String id) {
        sessions.remove(StoredSession.idOf(id));
    }
}
