/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.wrong.feature;

import community.townhall.wrong.feature.web.Adapter;

/** A domain that knows an adapter of its own. */
public record Domain(Adapter adapter) {}
