/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.writing.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param publishAt absent for now */
record PublicationRequest(@Nullable Instant publishAt) {}
