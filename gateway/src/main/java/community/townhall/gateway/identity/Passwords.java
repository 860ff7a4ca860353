/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

/** Hashes of passwords, slow on purpose. */
public interface Passwords {

    String hash(String password);

    boolean matches(String password, String hash);

    /** Takes as long as {@link #matches} does, so that time does not tell which usernames exist. */
    void matchNothing(String password);
}
