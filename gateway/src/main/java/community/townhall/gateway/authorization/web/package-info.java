/* SPDX-License-Identifier: Apache-2.0 */
/** The built-in authorization server by Spring Security. */
@NullMarked
package community.townhall.gateway.authorization.web;

import org.jspecify.annotations.NullMarked;
