/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session;

/** The key that seals what browsers keep for us, shared by all gateways and kept over restarts. */
public interface CookieKeys {

    int BYTES = 32;

    /** The key; this one from now on if there is none yet. */
    byte[] currentOr(byte[] fresh);
}
