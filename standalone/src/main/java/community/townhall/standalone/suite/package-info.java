/* SPDX-License-Identifier: Apache-2.0 */
/** What a running Townhall says of itself over HTTP. */
@NullMarked
package community.townhall.standalone.suite;

import org.jspecify.annotations.NullMarked;
