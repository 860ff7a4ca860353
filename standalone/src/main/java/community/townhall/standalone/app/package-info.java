/* SPDX-License-Identifier: Apache-2.0 */
/** Applications unpacked for a fast start, with their ahead-of-time caches. */
@NullMarked
package community.townhall.standalone.app;

import org.jspecify.annotations.NullMarked;
