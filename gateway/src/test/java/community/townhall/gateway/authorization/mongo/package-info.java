/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.gateway.authorization.mongo;

import org.jspecify.annotations.NullMarked;
