/* SPDX-License-Identifier: Apache-2.0 */
/** What members thank one another for, with a word. */
@NullMarked
package community.townhall.engagement.thanks;

import org.jspecify.annotations.NullMarked;
