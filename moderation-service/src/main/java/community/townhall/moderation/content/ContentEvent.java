/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content;

/** What happened to a piece of content; it carries how the content stands afterwards. */
public sealed interface ContentEvent {

    Content content();

    /** The revision that was judged. */
    int revision();

    /** The pipeline judged a revision. */
    record Screened(Content content, int revision) implements ContentEvent {}

    /** A moderator let it through. */
    record Approved(Content content, int revision) implements ContentEvent {}

    /** A moderator did not let it through. */
    record Rejected(Content content, int revision) implements ContentEvent {}

    /** Taken from view, by a moderator or by the weight of reports. */
    record Hidden(Content content, int revision) implements ContentEvent {}

    /** Taken down by a moderator. */
    record Removed(Content content, int revision) implements ContentEvent {}

    /** It stands again. */
    record Restored(Content content, int revision) implements ContentEvent {}
}
