/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of entitlements. */
@NullMarked
package community.townhall.rewards.entitlement;

import org.jspecify.annotations.NullMarked;
