/* SPDX-License-Identifier: Apache-2.0 */
/** A post or an answer: its states, what its author decides about it, how it is kept and told of. */
@NullMarked
package community.townhall.content.post;

import org.jspecify.annotations.NullMarked;
