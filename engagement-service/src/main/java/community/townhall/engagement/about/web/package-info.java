/* SPDX-License-Identifier: Apache-2.0 */
/** What members say of themselves, over HTTP. */
@NullMarked
package community.townhall.engagement.about.web;

import org.jspecify.annotations.NullMarked;
