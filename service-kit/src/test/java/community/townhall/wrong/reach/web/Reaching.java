/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.wrong.reach.web;

import community.townhall.wrong.feature.web.Adapter;

/** An adapter that knows one of the same kind, of another feature. */
record Reaching(Adapter adapter) {}
