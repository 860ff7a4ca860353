/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post.web;

import java.util.List;

/** @param answers the accepted one first, then by score, then by age */
record ThreadView(PostView post, List<PostView> answers) {}
