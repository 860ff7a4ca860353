/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.content.topic;

import org.jspecify.annotations.NullMarked;
