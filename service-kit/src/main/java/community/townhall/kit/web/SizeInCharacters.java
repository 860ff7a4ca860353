/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The size of a text is in characters, as in JSON Schema's {@code maxLength} that it is documented by: one beyond the
 * basic plane, an emoji for instance, is one and not two. Found by the validator as a service; being of {@link String} it
 * goes before the built-in one.
 */
public final class SizeInCharacters implements ConstraintValidator<Size, String> {

    private int least;
    private int most;

    @Override
    public void initialize(Size size) {
        least = size.min();
        most = size.max();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        int characters = text.codePointCount(0, text.length());
        return characters >= least && characters <= most;
    }
}
