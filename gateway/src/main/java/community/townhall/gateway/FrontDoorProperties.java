/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * By what names the gateway is reached.
 *
 * @param publicAddress where people reach it; the issuer's address unless configured
 */
@ConfigurationProperties("townhall.gateway")
record FrontDoorProperties(@Nullable URI publicAddress) {}
