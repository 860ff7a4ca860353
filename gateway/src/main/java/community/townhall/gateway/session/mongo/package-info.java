/* SPDX-License-Identifier: Apache-2.0 */
/** Sessions in MongoDB. */
@NullMarked
package community.townhall.gateway.session.mongo;

import org.jspecify.annotations.NullMarked;
