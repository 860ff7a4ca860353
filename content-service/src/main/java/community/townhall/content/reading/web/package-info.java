/* SPDX-License-Identifier: Apache-2.0 */
/** Reading over HTTP. */
@NullMarked
package community.townhall.content.reading.web;

import org.jspecify.annotations.NullMarked;
