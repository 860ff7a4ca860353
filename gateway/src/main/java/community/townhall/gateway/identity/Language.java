/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import java.util.Locale;

/** What members are written to in. */
public enum Language {
    ENGLISH,
    CHINESE;

    public static Language of(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }
}
