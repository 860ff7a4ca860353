/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session.web;

import community.townhall.gateway.authorization.VoidTokens;
import community.townhall.gateway.identity.SignOuts;
import community.townhall.gateway.session.StoredSession;
import community.townhall.gateway.session.StoredSessions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a browser is signed in to is its session: it holds the tokens. */
@Component
final class SessionSignOuts implements SignOuts {

    private final StoredSessions sessions;
    private final VoidTokens tokens;

    SessionSignOuts(StoredSessions sessions, VoidTokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @Override
    public void everywhere(String accountId, @Nullable String exceptSession) {
        sessions.removeAllOf(accountId, exceptSession == null ? null : StoredSession.idOf(exceptSession));
        tokens.addAllOf(accountId);
    }

    @Override
    public void renewTokens(String accountId) {
        tokens.addAllOf(accountId);
    }
}
