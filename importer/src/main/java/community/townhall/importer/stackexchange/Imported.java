/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The part of a request that says where a thing comes from, by whom and when. */
record Imported(String origin, @Nullable String authorId, Instant at) {}
