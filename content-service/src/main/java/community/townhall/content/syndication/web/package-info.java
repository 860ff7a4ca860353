/* SPDX-License-Identifier: Apache-2.0 */
/** The newest posts as RSS. */
@NullMarked
package community.townhall.content.syndication.web;

import org.jspecify.annotations.NullMarked;
