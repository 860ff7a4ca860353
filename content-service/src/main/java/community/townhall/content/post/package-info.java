/* SPDX-License-Identifier: Apache-2.0 */
/** Posts and answers: written, published, revised, accepted, read. */
@NullMarked
package community.townhall.content.post;

import org.jspecify.annotations.NullMarked;
