/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

record RevisionView(int revision, @Nullable String title, String text, Instant at, String editorId) {}
