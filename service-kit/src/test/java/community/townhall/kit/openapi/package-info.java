/* SPDX-License-Identifier: Apache-2.0 */
/** How what the services take and answer is documented. */
@NullMarked
package community.townhall.kit.openapi;

import org.jspecify.annotations.NullMarked;
