/* SPDX-License-Identifier: Apache-2.0 */
/** What was imported, for operators to compare with where it came from. */
@NullMarked
package community.townhall.engagement.imports;

import org.jspecify.annotations.NullMarked;
