/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.moderation.screening.mongo;

import org.jspecify.annotations.NullMarked;
