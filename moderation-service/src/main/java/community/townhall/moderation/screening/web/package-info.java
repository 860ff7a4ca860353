/* SPDX-License-Identifier: Apache-2.0 */
/** Screenings over HTTP. */
@NullMarked
package community.townhall.moderation.screening.web;

import org.jspecify.annotations.NullMarked;
