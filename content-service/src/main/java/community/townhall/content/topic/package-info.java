/* SPDX-License-Identifier: Apache-2.0 */
/** What posts are about: the topics that operators set up. */
@NullMarked
package community.townhall.content.topic;

import org.jspecify.annotations.NullMarked;
