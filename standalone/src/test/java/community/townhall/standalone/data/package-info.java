/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.standalone.data;

import org.jspecify.annotations.NullMarked;
