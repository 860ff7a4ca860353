/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.target;

import org.jspecify.annotations.Nullable;

/**
 * What a member acts on.
 *
 * @param visible whether readers see it
 * @param title of a post, absent for what has none
 * @param origin the community it was imported from, absent for what was written here
 */
public record Target(
        TargetType type,
        String id,
        String authorId,
        boolean visible,
        @Nullable String title,
        @Nullable String origin) {}
