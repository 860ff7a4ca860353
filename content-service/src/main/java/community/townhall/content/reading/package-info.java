/* SPDX-License-Identifier: Apache-2.0 */
/** What readers are shown: posts, threads, lists, earlier texts. */
@NullMarked
package community.townhall.content.reading;

import org.jspecify.annotations.NullMarked;
