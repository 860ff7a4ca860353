/* SPDX-License-Identifier: Apache-2.0 */
/** What is brought in from other communities: who may, and how much there is. */
@NullMarked
package community.townhall.content.imports;

import org.jspecify.annotations.NullMarked;
