/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.texts;

import org.jspecify.annotations.NullMarked;
