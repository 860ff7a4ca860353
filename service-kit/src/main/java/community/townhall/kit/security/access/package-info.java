/* SPDX-License-Identifier: Apache-2.0 */
/** Who may call a handler: each carries exactly one of these annotations. */
@NullMarked
package community.townhall.kit.security.access;

import org.jspecify.annotations.NullMarked;
