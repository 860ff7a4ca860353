/* SPDX-License-Identifier: Apache-2.0 */
/** The HTTP API of imports. */
@NullMarked
package community.townhall.engagement.imports.web;

import org.jspecify.annotations.NullMarked;
