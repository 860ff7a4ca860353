/* SPDX-License-Identifier: Apache-2.0 */
/** Reports in MongoDB. */
@NullMarked
package community.townhall.moderation.report.mongo;

import org.jspecify.annotations.NullMarked;
