/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The security log is a logger of its own, {@code security}: {@code event=signed-in account=… address=…}. */
@Component
class LoggedSecurity implements SecurityLog {

    private static final Logger log = LoggerFactory.getLogger("security");

    @Override
    public void record(String event, Map<String, String> details) {
        StringBuilder line = new StringBuilder("event=").append(event);
        new TreeMap<>(details)
                .forEach((name, value) ->
                        line.append(' ').append(name).append('=').append(plain(value)));
        log.info("{}", line);
    }

    /** One word: whoever chose the value cannot make it look like another line or field. */
    private static String plain(String value) {
        return value.replaceAll("[^\\p{Alnum}._:/@,-]", "_");
    }
}
