/* SPDX-License-Identifier: Apache-2.0 */
/** Random commands, given to the embedded server and to a real one: both must answer alike. */
@NullMarked
package community.townhall.embeddedmongo.differential;

import org.jspecify.annotations.NullMarked;
