/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The topics of the community. */
public interface Topics {

    Optional<Topic> find(String slug);

    /** By name. */
    List<Topic> all();

    /** Those of the slugs that are topics. */
    Set<String> known(Collection<String> slugs);

    /** @return false when there is one of that slug already */
    boolean add(Topic topic);

    /** @throws RuntimeException when somebody else changed it meanwhile */
    void change(Topic topic);

    /** How many came from that community. */
    long countImported(String origin);
}
