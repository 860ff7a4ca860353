/* SPDX-License-Identifier: Apache-2.0 */
/** Mongo servers for the tests of all modules. */
@NullMarked
package community.townhall.embeddedmongo.test;

import org.jspecify.annotations.NullMarked;
