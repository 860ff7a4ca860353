/* SPDX-License-Identifier: Apache-2.0 */
/** How a request is known: by a bearer token, or by a browser's session whose tokens stay here. */
@NullMarked
package community.townhall.gateway.session.web;

import org.jspecify.annotations.NullMarked;
