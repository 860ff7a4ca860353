/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.web;

import community.townhall.engagement.notification.Notifications;
import community.townhall.engagement.notification.StoredNotification;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Members;
import community.townhall.kit.web.Cursor;
import community.townhall.kit.web.CursorList;
import community.townhall.kit.web.Page;
import community.townhall.kit.web.Problems;
import community.townhall.kit.web.Reference;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@Tag(name = "Notifications", description = "What a member is told of")
@RequestMapping("/api/engagement/notifications")
class NotificationController {

    private final Notifications notifications;
    private final NotificationViews views;
    private final NotificationStreams streams;

    NotificationController(Notifications notifications, NotificationViews views, NotificationStreams streams) {
        this.notifications = notifications;
        this.views = views;
        this.streams = streams;
    }

    record Unread(int count) {}

    /** @param ids which; or else {@code all} */
    record Read(
            @Nullable @Size(max = 1000) List<@NotNull @Reference String> ids,
            @Nullable Boolean all) {}

    @GetMapping
    @Members
    @Operation(summary = "My notifications, newest first")
    Page<NotificationView> listNotifications(
            Caller caller,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Cursor.TIME_AND_ID) String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        CursorList list = CursorList.of("notifications", caller.memberId());
        Cursor from = list.decode(cursor, 2);
        List<StoredNotification> found = notifications.ofMember(
                caller.memberId(),
                from == null ? null : from.instant(0),
                from == null ? null : from.text(1),
                limit + 1);
        Page<StoredNotification> page = Page.of(found, limit, last -> list.cursor(last.at(), last.id()));
        return new Page<>(views.of(page.items()), page.next());
    }

    @GetMapping("/unread")
    @Members
    @Operation(summary = "How many I have not read; counted no further than 1,000")
    Unread countUnread(Caller caller) {
        return new Unread(notifications.unread(caller.memberId()));
    }

    @PostMapping("/read")
    @Members
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mark some or all of mine as read")
    void markRead(Caller caller, @Valid @RequestBody Read request) {
        boolean all = Boolean.TRUE.equals(request.all());
        if (all && request.ids() != null) {
            throw Problems.invalid("ids", "exclusive", "Either ids or all is to be given, not both");
        }
        if (all) {
            notifications.markAllRead(caller.memberId());
        } else if (request.ids() != null) {
            notifications.markRead(caller.memberId(), request.ids());
        } else {
            throw Problems.invalid("ids", "required", "Either ids or all is required");
        }
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Members
    @Operation(
            summary = "My notifications as they come, as server-sent events",
            description = "After an interruption, Last-Event-ID brings all that was missed, or an event load-anew when "
                    + "that is too much. 429 and 503 say when to try again: there are too many streams open.")
    SseEmitter streamNotifications(
            Caller caller, @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        return streams.open(caller.memberId(), lastEventId);
    }
}
