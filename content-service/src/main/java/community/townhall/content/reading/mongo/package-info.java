/* SPDX-License-Identifier: Apache-2.0 */
/** Posts as they are read: with their figures, off one index. */
@NullMarked
package community.townhall.content.reading.mongo;

import org.jspecify.annotations.NullMarked;
