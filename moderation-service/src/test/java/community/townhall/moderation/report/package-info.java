/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.moderation.report;

import org.jspecify.annotations.NullMarked;
