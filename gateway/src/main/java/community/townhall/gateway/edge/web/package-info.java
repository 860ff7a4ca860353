/* SPDX-License-Identifier: Apache-2.0 */
/** How the server is set up, and what it answers by itself. */
@NullMarked
package community.townhall.gateway.edge.web;

import org.jspecify.annotations.NullMarked;
