/* SPDX-License-Identifier: Apache-2.0 */
/** Which answer helped, as the author of the question says. */
@NullMarked
package community.townhall.content.acceptance;

import org.jspecify.annotations.NullMarked;
