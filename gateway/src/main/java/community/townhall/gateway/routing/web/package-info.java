/* SPDX-License-Identifier: Apache-2.0 */
/** The routes to the services and what guards each. */
@NullMarked
package community.townhall.gateway.routing.web;

import org.jspecify.annotations.NullMarked;
