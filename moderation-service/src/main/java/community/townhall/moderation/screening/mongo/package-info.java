/* SPDX-License-Identifier: Apache-2.0 */
/** What authors wrote of late, as documents. */
@NullMarked
package community.townhall.moderation.screening.mongo;

import org.jspecify.annotations.NullMarked;
