/* SPDX-License-Identifier: Apache-2.0 */
/** What operators did: kept before it is done, and shown to them. */
@NullMarked
package community.townhall.kit.acts;

import org.jspecify.annotations.NullMarked;
