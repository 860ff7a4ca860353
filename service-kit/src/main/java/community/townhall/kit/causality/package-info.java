/* SPDX-License-Identifier: Apache-2.0 */
/** Which request and which event the current work goes back to. */
@NullMarked
package community.townhall.kit.causality;

import org.jspecify.annotations.NullMarked;
