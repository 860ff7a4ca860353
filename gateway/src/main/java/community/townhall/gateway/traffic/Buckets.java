/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic;

import java.time.Duration;

/** What is left of each allowance. */
public interface Buckets {

    /** Takes one request from the allowance; when none is left, how long until one is. Zero when one was taken. */
    Duration take(RateLimit limit, String whose);
}
