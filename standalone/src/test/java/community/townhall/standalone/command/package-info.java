/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.standalone.command;

import org.jspecify.annotations.NullMarked;
