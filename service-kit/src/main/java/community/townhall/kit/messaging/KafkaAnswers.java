/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;

/** Waits for the broker, but not for long. */
final class KafkaAnswers {

    private static final long TIMEOUT_SECONDS = 5;

    private KafkaAnswers() {}

    /** @throws TransientDataAccessResourceException when the broker does not answer, or refuses */
    static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("Interrupted while asking Kafka", e);
        } catch (ExecutionException e) {
            throw new TransientDataAccessResourceException("Kafka answers: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new TransientDataAccessResourceException("Kafka does not answer", e);
        }
    }
}
