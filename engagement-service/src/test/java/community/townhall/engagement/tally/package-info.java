/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.engagement.tally;

import org.jspecify.annotations.NullMarked;
