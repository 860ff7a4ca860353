/* SPDX-License-Identifier: Apache-2.0 */
/** Topics in MongoDB. */
@NullMarked
package community.townhall.content.topic.mongo;

import org.jspecify.annotations.NullMarked;
