/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * By an id or a name of this form a body refers to something: the form of those in addresses, {@link
 * ParameterForms#NAME}. What is none of it is refused as such, and is not just something that is not there.
 */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = ParameterForms.NAME)
@ReportAsSingleViolation
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
public @interface Reference {

    String message() default "must have the form of an id or a name";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
