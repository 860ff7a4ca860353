/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.content.reading;

import org.jspecify.annotations.NullMarked;
