/* SPDX-License-Identifier: Apache-2.0 */
/** Starts processes, knows when they are ready, starts the dead again and ends them in order. */
@NullMarked
package community.townhall.standalone.supervision;

import org.jspecify.annotations.NullMarked;
