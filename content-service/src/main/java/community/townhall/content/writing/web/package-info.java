/* SPDX-License-Identifier: Apache-2.0 */
/** Writing over HTTP. */
@NullMarked
package community.townhall.content.writing.web;

import org.jspecify.annotations.NullMarked;
