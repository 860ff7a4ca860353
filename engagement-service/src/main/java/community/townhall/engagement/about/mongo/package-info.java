/* SPDX-License-Identifier: Apache-2.0 */
/** What members say of themselves, in MongoDB. */
@NullMarked
package community.townhall.engagement.about.mongo;

import org.jspecify.annotations.NullMarked;
