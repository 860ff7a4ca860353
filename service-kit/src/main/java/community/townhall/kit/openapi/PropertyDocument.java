/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.openapi;

import community.townhall.kit.web.ParameterForms;
import community.townhall.kit.web.Reference;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.PropertyCustomizer;

/** Documents of a property what the generator leaves out of its annotations. */
final class PropertyDocument implements PropertyCustomizer {

    @Override
    public @Nullable Schema<?> customize(@Nullable Schema property, AnnotatedType type) {
        if (property == null) {
            return null;
        }
        List<Annotation> annotations =
                type.getCtxAnnotations() == null ? List.of() : Arrays.asList(type.getCtxAnnotations());
        if (property.getPattern() == null) {
            annotations.stream()
                    .map(PropertyDocument::pattern)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(property::setPattern);
        }
        return property;
    }

    private static @Nullable String pattern(Annotation annotation) {
        return switch (annotation) {
            case NotBlank _ -> RequestBodies.NOT_BLANK;
            case Reference _ -> ParameterForms.NAME;
            default -> null;
        };
    }
}
