/* SPDX-License-Identifier: Apache-2.0 */
/** What members wrote, as it is shown. */
@NullMarked
package community.townhall.content.text;

import org.jspecify.annotations.NullMarked;
