/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * @param width how many events are handled at once
 * @param limit how long handling one may take
 * @param longestPause between two attempts at one
 * @param stuckAfter from when on it is said that there is no progress
 * @param threads a thread for each task
 */
record LaneBounds(int width, Duration limit, Duration longestPause, Duration stuckAfter, Executor threads) {}
