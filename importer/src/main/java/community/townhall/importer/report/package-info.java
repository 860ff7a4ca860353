/* SPDX-License-Identifier: Apache-2.0 */
/** What came of each row, and what the operator sees of it meanwhile. */
@NullMarked
package community.townhall.importer.report;

import org.jspecify.annotations.NullMarked;
