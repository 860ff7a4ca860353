/* SPDX-License-Identifier: Apache-2.0 */
/** The signing key in MongoDB. */
@NullMarked
package community.townhall.gateway.authorization.mongo;

import org.jspecify.annotations.NullMarked;
