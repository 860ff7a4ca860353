/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.content.text;

import org.jspecify.annotations.NullMarked;
