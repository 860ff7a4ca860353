/* SPDX-License-Identifier: Apache-2.0 */
/** What holds between the folders of the web console, read from its modules as they are served. */
@NullMarked
package community.townhall.gateway.console;

import org.jspecify.annotations.NullMarked;
