/* SPDX-License-Identifier: Apache-2.0 */
/** What all HTTP APIs have in common: problem details, idempotent creation, cursors. */
@NullMarked
package community.townhall.kit.web;

import org.jspecify.annotations.NullMarked;
