/* SPDX-License-Identifier: Apache-2.0 */
/** Thanks in MongoDB. */
@NullMarked
package community.townhall.engagement.thanks.mongo;

import org.jspecify.annotations.NullMarked;
