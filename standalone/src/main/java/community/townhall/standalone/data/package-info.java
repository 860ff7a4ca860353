/* SPDX-License-Identifier: Apache-2.0 */
/** The data directory: what is kept between runs and how a run is found again. */
@NullMarked
package community.townhall.standalone.data;

import org.jspecify.annotations.NullMarked;
