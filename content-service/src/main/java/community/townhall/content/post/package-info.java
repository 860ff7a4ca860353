/* SPDX-License-Identifier: Apache-2.0 */
/** Posts and answers: written, screened, published, revised, accepted, taken down. */
@NullMarked
package community.townhall.content.post;

import org.jspecify.annotations.NullMarked;
