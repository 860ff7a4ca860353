/* SPDX-License-Identifier: Apache-2.0 */
/** Texts from the other services, to be screened. */
@NullMarked
package community.townhall.moderation.screening.messaging;

import org.jspecify.annotations.NullMarked;
