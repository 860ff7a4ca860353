/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic;

import community.townhall.texts.Markup;
import java.util.Optional;

/** The wikis of topics, one a topic. */
public interface Wikis {

    Optional<Wiki> find(String slug);

    /** In place of the words before. */
    void put(String slug, String text, Markup markup);

    /**
     * Unless there is one; that stays, and counts as come from there.
     *
     * @return the one that is there now
     */
    Wiki imported(Wiki wiki);

    /** How many came from that community. */
    long countImported(String origin);
}
