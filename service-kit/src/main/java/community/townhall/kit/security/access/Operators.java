/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.security.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Operators. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Access(Access.Level.OPERATOR)
public @interface Operators {}
