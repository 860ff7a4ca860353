/* SPDX-License-Identifier: Apache-2.0 */
/** What the server itself does with connections and with requests that are none, before anything of ours is asked. */
@NullMarked
package community.townhall.gateway.edge;

import org.jspecify.annotations.NullMarked;
