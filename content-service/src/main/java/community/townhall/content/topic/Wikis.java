/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic;

import java.util.Optional;

/** The wikis of topics, one a topic. */
public interface Wikis {

    Optional<Wiki> find(String slug);

    /** In place of the one before. */
    void put(Wiki wiki);

    /** How many came from that community. */
    long countImported(String origin);
}
