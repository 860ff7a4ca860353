/* SPDX-License-Identifier: Apache-2.0 */
/** What members do with posts of their own: write, edit, publish, withdraw. */
@NullMarked
package community.townhall.content.writing;

import org.jspecify.annotations.NullMarked;
