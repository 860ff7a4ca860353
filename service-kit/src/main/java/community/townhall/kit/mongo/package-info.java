/* SPDX-License-Identifier: Apache-2.0 */
/** Writes that a repeated or late event cannot spoil, and how the services map to MongoDB. */
@NullMarked
package community.townhall.kit.mongo;

import org.jspecify.annotations.NullMarked;
