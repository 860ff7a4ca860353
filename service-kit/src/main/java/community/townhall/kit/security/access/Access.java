/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.security.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the annotations of this package mean. A handler without one of them is closed to everybody. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.ANNOTATION_TYPE)
public @interface Access {

    Level value();

    /** Who may call, by the role of the same name. */
    enum Level {
        PUBLIC,
        MEMBER,
        MODERATOR,
        OPERATOR,
        ADMINISTRATOR
    }
}
