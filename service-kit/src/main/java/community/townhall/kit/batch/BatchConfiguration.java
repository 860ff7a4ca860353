/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.batch;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the batches. */
@Configuration(proxyBeanMethods = false)
@Import(BatchController.class)
public class BatchConfiguration {}
