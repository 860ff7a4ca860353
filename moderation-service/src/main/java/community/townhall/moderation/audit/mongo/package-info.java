/* SPDX-License-Identifier: Apache-2.0 */
/** The audit log in MongoDB. */
@NullMarked
package community.townhall.moderation.audit.mongo;

import org.jspecify.annotations.NullMarked;
