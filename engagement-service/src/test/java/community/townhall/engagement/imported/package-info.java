/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.engagement.imported;

import org.jspecify.annotations.NullMarked;
