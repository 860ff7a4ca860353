/* SPDX-License-Identifier: Apache-2.0 */
/** The whole suite on one machine: the command line. */
@NullMarked
package community.townhall.standalone;

import org.jspecify.annotations.NullMarked;
