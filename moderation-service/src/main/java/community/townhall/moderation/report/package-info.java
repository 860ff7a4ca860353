/* SPDX-License-Identifier: Apache-2.0 */
/** What members report, within limits and weighted by how often they were right. */
@NullMarked
package community.townhall.moderation.report;

import org.jspecify.annotations.NullMarked;
