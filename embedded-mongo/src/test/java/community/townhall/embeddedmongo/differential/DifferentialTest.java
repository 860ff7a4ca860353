/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import community.townhall.embeddedmongo.EmbeddedMongo;
import community.townhall.embeddedmongo.differential.Comparison.Difference;
import community.townhall.embeddedmongo.test.Mongod;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The embedded server answers as MongoDB does, or says that it does not do such a thing. Needs a {@code mongod}, which
 * {@code MONGOD} names. {@code -Ddifferential.commands} says how many, {@code -Ddifferential.seed} where to begin.
 */
class DifferentialTest {

    private static final int COMMANDS = Integer.getInteger("differential.commands", 3_000);
    /** One sequence in so many may end at a difference that is neither mended nor known; each is printed. */
    private static final int ONE_IN = 20;

    @Test
    void theSameCommandsHaveTheSameAnswers() {
        String mongod = System.getenv("MONGOD");
        assumeTrue(mongod != null, "There is no mongod to compare with: MONGOD names none");
        List<Difference> differences = new ArrayList<>();
        try (MongoClient embedded = MongoClients.create(EmbeddedMongo.startScratch());
                MongoClient real = MongoClients.create(Mongod.start(mongod))) {
            Comparison comparison = new Comparison(embedded, real);
            for (long seed = Long.getLong("differential.seed", 1); comparison.commands() < COMMANDS; seed++) {
                Difference found = comparison.run(seed);
                if (found != null) {
                    differences.add(found);
                }
            }
            System.out.printf(
                    "%d commands; %d refused as not supported, %d sequences ended at a known difference%n",
                    comparison.commands(), comparison.refused(), comparison.known());
        }
        differences.forEach(System.out::println);
        assertThat(differences).hasSizeLessThanOrEqualTo(COMMANDS / Comparison.LENGTH / ONE_IN);
    }
}
