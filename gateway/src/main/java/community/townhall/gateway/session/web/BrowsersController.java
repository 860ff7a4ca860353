/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session.web;

import community.townhall.gateway.session.StoredSession;
import community.townhall.gateway.session.StoredSessions;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Members;
import community.townhall.kit.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The browsers in which a member is signed in. */
@RestController
@RequestMapping("/identity/account/sessions")
@Tag(name = "My account")
class BrowsersController {

    private static final int MOST = 100;

    private final StoredSessions sessions;

    BrowsersController(StoredSessions sessions) {
        this.sessions = sessions;
    }

    /**
     * A browser that is signed in.
     *
     * @param current whether it is the one that asks
     */
    record SessionView(String id, Instant signedInAt, Instant seenAt, boolean current) {}

    record SessionList(List<SessionView> items) {}

    @Members
    @GetMapping
    @Operation(summary = "The browsers that are signed in to my account, the latest first; at most 100")
    SessionList listSessions(Caller caller, HttpServletRequest request) {
        @Nullable String current = current(request);
        return new SessionList(sessions.ofMember(caller.memberId()).stream()
                .sorted(Comparator.comparing(StoredSession::seenAt).reversed())
                .limit(MOST)
                .map(session -> new SessionView(
                        session.id(),
                        session.createdAt(),
                        session.seenAt(),
                        session.id().equals(current)))
                .toList());
    }

    @Members
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sign out every other browser")
    void endOtherSessions(Caller caller, HttpServletRequest request) {
        sessions.removeAllOf(caller.memberId(), current(request));
    }

    @Members
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sign one browser out")
    void endSession(Caller caller, @PathVariable String id) {
        boolean mine = sessions.ofMember(caller.memberId()).stream()
                .anyMatch(session -> session.id().equals(id));
        if (!mine || !sessions.remove(id)) {
            throw Problems.notFound("session", id);
        }
    }

    private static @Nullable String current(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session == null ? null : StoredSession.idOf(session.getId());
    }
}
