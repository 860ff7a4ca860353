/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of what is stored of merits. */
@NullMarked
package community.townhall.rewards.entitlement.mongo;

import org.jspecify.annotations.NullMarked;
