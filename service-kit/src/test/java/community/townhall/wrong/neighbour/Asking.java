/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.wrong.neighbour;

import community.townhall.other.thing.Theirs;

/** Of a service that knows another. */
public record Asking(Theirs theirs) {}
