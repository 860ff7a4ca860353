/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.wrong.round;

import community.townhall.wrong.circle.There;

/** The other half. */
public record Back(There there) {}
