/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

/** Whether readers see a post may have changed. */
public sealed interface PostStandingChanged extends PostChanged
        permits PostHeld, PostHidden, PostPublished, PostRejected, PostRemoved, PostRestored {}
