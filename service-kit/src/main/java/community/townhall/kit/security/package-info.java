/* SPDX-License-Identifier: Apache-2.0 */
/** Who is calling, checked by each service for itself. */
@NullMarked
package community.townhall.kit.security;

import org.jspecify.annotations.NullMarked;
