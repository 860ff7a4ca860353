/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import community.townhall.embeddedmongo.EmbeddedMongo;
import community.townhall.embeddedmongo.differential.Comparison.Difference;
import community.townhall.embeddedmongo.differential.Comparison.Tally;
import community.townhall.embeddedmongo.test.Mongod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * The embedded server answers as MongoDB does, or says that it does not do such a thing, but for what is {@link Known}. Needs
 * a {@code mongod}, which {@code MONGOD} names. {@code -Ddifferential.commands} says how many, {@code -Ddifferential.seed}
 * where to begin.
 */
class DifferentialTest {

    private static final int SEQUENCES =
            Math.ceilDiv(Integer.getInteger("differential.commands", 3_000), Comparison.LENGTH);
    private static final long FIRST = Long.getLong("differential.seed", 1);
    private static final long END = FIRST + SEQUENCES;
    /** Servers wait for their disks; this many sequences wait at once. */
    private static final int WORKERS = 16;

    /** What the servers refuse is what the test asks of them. */
    @BeforeAll
    static void refusalsAreNoNews() {
        ((Logger) LoggerFactory.getLogger("de.bwaldvogel.mongo")).setLevel(Level.OFF);
    }

    @Test
    void theSameCommandsHaveTheSameAnswers() {
        String mongod = System.getenv("MONGOD");
        assumeTrue(mongod != null, "There is no mongod to compare with: MONGOD names none");
        String embedded = EmbeddedMongo.startScratch();
        String real = Mongod.start(mongod);
        Tally tally = new Tally();
        AtomicLong seeds = new AtomicLong(FIRST);
        List<Difference> differences = Collections.synchronizedList(new ArrayList<>());
        Runnable worker = () -> {
            try (Comparison comparison = new Comparison(embedded, real, tally)) {
                for (long seed = seeds.getAndIncrement(); seed < END; seed = seeds.getAndIncrement()) {
                    comparison.run(seed).ifPresent(differences::add);
                }
            }
        };
        CompletableFuture<?>[] workers = Stream.generate(
                        () -> CompletableFuture.runAsync(worker, Thread::startVirtualThread))
                .limit(WORKERS)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(workers).join();
        System.out.printf("Seeds %d to %d: %s%n", FIRST, END - 1, tally);
        assertThat(differences).isEmpty();
    }
}
