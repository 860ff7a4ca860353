/* SPDX-License-Identifier: Apache-2.0 */
/** A real MongoDB server as a child, set up as a replica set of one. */
@NullMarked
package community.townhall.standalone.mongod;

import org.jspecify.annotations.NullMarked;
