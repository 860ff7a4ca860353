/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.standalone.suite;

import org.jspecify.annotations.NullMarked;
