/* SPDX-License-Identifier: Apache-2.0 */
/** The limits as servlet filters. */
@NullMarked
package community.townhall.gateway.traffic.web;

import org.jspecify.annotations.NullMarked;
