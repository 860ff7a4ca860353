/* SPDX-License-Identifier: Apache-2.0 */
/** Aggregates that carry the events they have not yet delivered, and the relay that delivers them. */
@NullMarked
package community.townhall.kit.outbox;

import org.jspecify.annotations.NullMarked;
