/* SPDX-License-Identifier: Apache-2.0 */
/** Letters by SMTP. */
@NullMarked
package community.townhall.gateway.identity.messaging;

import org.jspecify.annotations.NullMarked;
