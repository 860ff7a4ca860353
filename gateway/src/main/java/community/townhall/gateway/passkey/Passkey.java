/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.passkey;

import java.time.Instant;

/**
 * A passkey as its owner knows it.
 *
 * @param id the credential's, base64url
 * @param label what its owner calls it
 * @param lastUsedAt when it last signed somebody in, or was made
 */
public record Passkey(String id, String accountId, String label, Instant createdAt, Instant lastUsedAt) {}
