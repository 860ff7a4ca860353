/* SPDX-License-Identifier: Apache-2.0 */
/** The gateway: the one door of the suite, one package a feature. */
@NullMarked
package community.townhall.gateway;

import org.jspecify.annotations.NullMarked;
