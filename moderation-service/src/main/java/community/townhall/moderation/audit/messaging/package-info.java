/* SPDX-License-Identifier: Apache-2.0 */
/** What the screening did by itself, for the audit log. */
@NullMarked
package community.townhall.moderation.audit.messaging;

import org.jspecify.annotations.NullMarked;
