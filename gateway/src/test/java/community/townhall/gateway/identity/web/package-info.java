/* SPDX-License-Identifier: Apache-2.0 */
/** The rules of accounts. */
@NullMarked
package community.townhall.gateway.identity.web;

import org.jspecify.annotations.NullMarked;
