/* SPDX-License-Identifier: Apache-2.0 */
/** Accounts over HTTP, and their passwords by Spring Security. */
@NullMarked
package community.townhall.gateway.identity.web;

import org.jspecify.annotations.NullMarked;
