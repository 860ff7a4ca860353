/* SPDX-License-Identifier: Apache-2.0 */
/** The audit log over HTTP. */
@NullMarked
package community.townhall.moderation.audit.web;

import org.jspecify.annotations.NullMarked;
