/* SPDX-License-Identifier: Apache-2.0 */
/** Topics over HTTP. */
@NullMarked
package community.townhall.content.topic.web;

import org.jspecify.annotations.NullMarked;
