/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic;

import java.util.Optional;

/**
 * A request, as far as limits care.
 *
 * @param address the IP address it came from
 * @param memberId whose it is; empty for anybody's
 * @param operator whether the caller runs the community
 * @param bytes how long its body is
 */
public record Visit(
        String method, String path, String address, Optional<String> memberId, boolean operator, long bytes) {

    public static Visit anonymous(String method, String path, String address, long bytes) {
        return new Visit(method, path, address, Optional.empty(), false, bytes);
    }
}
