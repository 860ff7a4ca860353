/* SPDX-License-Identifier: Apache-2.0 */
/** The domains of several services in one memory, joined by the contract's events: do they come to the same? */
@NullMarked
package community.townhall.agreement;

import org.jspecify.annotations.NullMarked;
