/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.moderation.screening.lexicon;

import org.jspecify.annotations.NullMarked;
