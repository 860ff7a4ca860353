/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.jobs;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the jobs of one kind do. Declared as a bean.
 *
 * @param name in kebab case; jobs written down by an earlier release are found by it
 * @param step called again and again, until it answers with no cursor
 */
public record JobKind(String name, Step step) {

    /**
     * One bounded piece of the work: a page of some hundred, well below {@code townhall.jobs.lease} in time.
     *
     * <p>A step may be done twice, by another instance and at the same time, with the same cursor: it must come to the
     * same result. What it throws, an {@link Error} too, puts the job off and loses nothing: it is tried again with the
     * same cursor, less and less often, until it succeeds.
     */
    @FunctionalInterface
    public interface Step {

        /**
         * @param arguments as given to {@link Jobs#begin}
         * @param cursor what the step before it answered; absent for the first
         * @return where the next one goes on, empty when all is done
         */
        Optional<String> go(Map<String, String> arguments, @Nullable String cursor);
    }
}
