/* SPDX-License-Identifier: Apache-2.0 */
/** What operators see of a running service: lag, outbox, dead letters. */
@NullMarked
package community.townhall.kit.operations;

import org.jspecify.annotations.NullMarked;
