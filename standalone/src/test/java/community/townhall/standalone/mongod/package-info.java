/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.standalone.mongod;

import org.jspecify.annotations.NullMarked;
