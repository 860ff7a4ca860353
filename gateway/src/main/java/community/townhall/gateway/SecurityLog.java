/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import java.util.Map;

/** One structured line for each thing that matters to the security of accounts. Never a secret, nor a name as typed. */
@FunctionalInterface
public interface SecurityLog {

    /**
     * @param event a stable name
     * @param details of it, by name
     */
    void record(String event, Map<String, String> details);
}
