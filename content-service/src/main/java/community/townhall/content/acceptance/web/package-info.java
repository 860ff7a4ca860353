/* SPDX-License-Identifier: Apache-2.0 */
/** Acceptance over HTTP. */
@NullMarked
package community.townhall.content.acceptance.web;

import org.jspecify.annotations.NullMarked;
