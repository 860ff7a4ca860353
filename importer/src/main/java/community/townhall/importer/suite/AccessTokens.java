/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.suite;

/** Where the operator's access token comes from. Asked before every request; renews what is about to expire. */
@FunctionalInterface
public interface AccessTokens {

    String current();
}
