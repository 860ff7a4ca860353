/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.wrong.feature.web;

/** An adapter, public so that others can reach it. */
public record Adapter() {}
