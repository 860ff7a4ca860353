/* SPDX-License-Identifier: Apache-2.0 */
/** What the tests of every service share; shipped as the kit's test-jar. */
@NullMarked
package community.townhall.kit.test;

import org.jspecify.annotations.NullMarked;
