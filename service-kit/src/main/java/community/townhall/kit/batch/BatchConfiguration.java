/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.batch;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the batches. */
@Configuration(proxyBeanMethods = false)
@Import(BatchController.class)
public class BatchConfiguration {

    /** A plain path of the service's own, which is no batch; what may be encoded, and queries, are left unsaid. */
    private static final String URL =
            "^/api/%s(?!/batch$)(?:/[A-Za-z0-9_~:@!$&'()*+,=-][A-Za-z0-9._~:@!$&'()*+,=-]*)+$";

    @Bean
    GlobalOpenApiCustomizer documentOfBatches(@Value("${townhall.service}") String service) {
        return document -> {
            @Nullable Schema<?> part = document.getComponents().getSchemas().get("Part");
            @Nullable Schema<?> url = part == null ? null : part.getProperties().get("url");
            Objects.requireNonNull(url, "Part.url is not documented").setPattern(URL.formatted(service));
        };
    }
}
