/* SPDX-License-Identifier: Apache-2.0 */
/** API documents that say what stands in the code: access, refusals, and the rules of parameters. */
@NullMarked
package community.townhall.kit.openapi;

import org.jspecify.annotations.NullMarked;
