/* SPDX-License-Identifier: Apache-2.0 */
/** What ./townhall can be asked to do, one class a command. */
@NullMarked
package community.townhall.standalone.command;

import org.jspecify.annotations.NullMarked;
