/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.other.thing;

/** Of another service. */
public record Theirs() {}
