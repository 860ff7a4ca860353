/* SPDX-License-Identifier: Apache-2.0 */
/** Reports, cases and decisions over HTTP. */
@NullMarked
package community.townhall.moderation.cases.web;

import org.jspecify.annotations.NullMarked;
