/* SPDX-License-Identifier: Apache-2.0 */
/** Rules over HTTP. */
@NullMarked
package community.townhall.rewards.rule.web;

import org.jspecify.annotations.NullMarked;
