/* SPDX-License-Identifier: Apache-2.0 */
/** Many requests in one: {@code POST /api/<service>/batch}. */
@NullMarked
package community.townhall.kit.batch;

import org.jspecify.annotations.NullMarked;
