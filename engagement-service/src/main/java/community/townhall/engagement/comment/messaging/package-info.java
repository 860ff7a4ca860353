/* SPDX-License-Identifier: Apache-2.0 */
/** Comments as the other services see them, their judgement and their counting. */
@NullMarked
package community.townhall.engagement.comment.messaging;

import org.jspecify.annotations.NullMarked;
