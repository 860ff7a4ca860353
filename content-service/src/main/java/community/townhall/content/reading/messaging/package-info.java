/* SPDX-License-Identifier: Apache-2.0 */
/** What pages learn from events. */
@NullMarked
package community.townhall.content.reading.messaging;

import org.jspecify.annotations.NullMarked;
