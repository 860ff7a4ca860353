/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.wrong.circle;

import community.townhall.wrong.round.Back;

/** One half of a circle of two features. */
public record There(Back back) {}
