/* SPDX-License-Identifier: Apache-2.0 */
/** Imports over HTTP. */
@NullMarked
package community.townhall.content.imports.web;

import org.jspecify.annotations.NullMarked;
