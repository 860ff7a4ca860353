/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.kit.web;

import org.jspecify.annotations.NullMarked;
