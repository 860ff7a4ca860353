/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A handler whose answer is the same whoever asks, and may be a second old: {@link SharedCaching} says so with it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SameForEverybody {}
