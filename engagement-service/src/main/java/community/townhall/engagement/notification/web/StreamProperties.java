/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the live streams. They are few and long, where requests are many and short, so they have limits of their
 * own.
 *
 * @param most at once on this instance
 * @param perMember at once for one member on this instance
 * @param heartbeat between two signs of life, by which a connection is noticed whose browser has gone
 * @param lookAgain how long one rests that is shown nothing, before it looks for what it may have missed
 * @param longest how long one lasts: not much longer than the token it was opened with
 */
@ConfigurationProperties("townhall.engagement.streams")
record StreamProperties(
        @DefaultValue("2000") int most,
        @DefaultValue("8") int perMember,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("30s") Duration lookAgain,
        @DefaultValue("10m") Duration longest) {}
