/* SPDX-License-Identifier: Apache-2.0 */
/** Which processes a Townhall consists of, on which ports and with which settings. */
@NullMarked
package community.townhall.standalone.plan;

import org.jspecify.annotations.NullMarked;
