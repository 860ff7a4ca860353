/* SPDX-License-Identifier: Apache-2.0 */
/** Why something was not done, said without knowing of HTTP. */
@NullMarked
package community.townhall.engagement.refusal;

import org.jspecify.annotations.NullMarked;
