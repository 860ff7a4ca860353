/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading.web;

import community.townhall.content.reading.PostView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param answers the first of them, empty for a post that takes none
 * @param next what to pass as {@code cursor} to the list of its answers for the following ones, absent when there is none
 */
record ThreadView(
        PostView post, List<PostView> answers, @Nullable String next) {}
