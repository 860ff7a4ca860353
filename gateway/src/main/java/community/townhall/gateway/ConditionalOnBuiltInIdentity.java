/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/** For what only the built-in authorization server needs: no other issuer is configured. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression("'${townhall.identity.issuer:}'.isBlank()")
public @interface ConditionalOnBuiltInIdentity {}
