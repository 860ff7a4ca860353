/* SPDX-License-Identifier: Apache-2.0 */
/** Consuming events: decoding, retries, dead letters. */
@NullMarked
package community.townhall.kit.messaging;

import org.jspecify.annotations.NullMarked;
