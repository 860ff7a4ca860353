/* SPDX-License-Identifier: Apache-2.0 */
/** The HTTP API of reactions. */
@NullMarked
package community.townhall.engagement.reaction.web;

import org.jspecify.annotations.NullMarked;
