/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading;

import community.townhall.content.post.Ruling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param by person or machine */
public record ModerationView(Ruling.Standing standing, List<Ruling.Reason> reasons, String by) {

    static @Nullable ModerationView of(@Nullable Ruling ruling) {
        return ruling == null
                ? null
                : new ModerationView(ruling.standing(), ruling.reasons(), ruling.byPerson() ? "person" : "machine");
    }
}
