/* SPDX-License-Identifier: Apache-2.0 */
/** The Kafka broker's process. */
@NullMarked
package community.townhall.standalone.kafka;

import org.jspecify.annotations.NullMarked;
