/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic;

import java.time.Duration;

/** What is left of each allowance. */
public interface Buckets {

    /** Takes so much from the allowance; when that is not left, how long until it is. Zero when it was taken. */
    Duration take(RateLimit limit, String whose, long amount);
}
