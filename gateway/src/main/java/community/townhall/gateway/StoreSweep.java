/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what has expired; the embedded Mongo server has no index that does. Several gateways may do it at once. */
@Component
final class StoreSweep {

    private static final Logger log = LoggerFactory.getLogger(StoreSweep.class);

    private final List<Expiring> collections;

    StoreSweep(List<Expiring> collections) {
        this.collections = collections;
    }

    @Scheduled(fixedDelayString = "${townhall.gateway.sweep-every:5m}", initialDelayString = "1m")
    void sweep() {
        try {
            collections.forEach(Expiring::sweep);
        } catch (DataAccessException away) {
            log.info("Sweeping has to wait: {}", away.toString());
        }
    }
}
