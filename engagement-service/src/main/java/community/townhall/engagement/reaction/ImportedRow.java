/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.reaction;

/**
 * What a reaction was in another community.
 *
 * @param origin the community
 * @param id by which it is known when it comes again, whatever it says then
 */
public record ImportedRow(String origin, String id) {}
