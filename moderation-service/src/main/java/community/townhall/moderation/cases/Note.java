/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import java.time.Instant;

/** What moderators tell one another about a case; neither author nor reporters see it. */
public record Note(String authorId, String text, Instant at) {}
