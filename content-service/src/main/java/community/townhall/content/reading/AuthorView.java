/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote it.
 *
 * @param name absent for who is unknown, such as who left the community it was imported from
 */
public record AuthorView(String id, @Nullable String name) {}
