/* SPDX-License-Identifier: Apache-2.0 */
/** What members write: what may be written, how it is shown, and what can be read in it. */
@NullMarked
package community.townhall.texts;

import org.jspecify.annotations.NullMarked;
