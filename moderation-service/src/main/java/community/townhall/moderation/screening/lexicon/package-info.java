/* SPDX-License-Identifier: Apache-2.0 */
/** Words a community does not want to read, however they are disguised. */
@NullMarked
package community.townhall.moderation.screening.lexicon;

import org.jspecify.annotations.NullMarked;
