/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import community.townhall.kit.web.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Few hashes are computed at once, whoever asks for how many, and never by who asks. */
class QueuedPasswordEncoderTest {

    /** Computes for as long as it is told to. */
    private static final class SlowEncoder implements PasswordEncoder {

        final CountDownLatch end = new CountDownLatch(1);
        final AtomicInteger computing = new AtomicInteger();
        final ConcurrentLinkedQueue<Thread> computed = new ConcurrentLinkedQueue<>();

        @Override
        public String encode(@Nullable CharSequence password) {
            computing.incrementAndGet();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            computing.decrementAndGet();
            computed.add(Thread.currentThread());
            return "#" + password;
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return encode(password).equals(hash);
        }
    }

    private static final Duration LONG = Duration.ofMinutes(5);

    private final SlowEncoder slow = new SlowEncoder();
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void letAllEnd() {
        slow.end.countDown();
        requests.close();
    }

    private List<Future<Boolean>> askedAtOnce(PasswordEncoder passwords, int count) {
        List<Future<Boolean>> asked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            asked.add(requests.submit(() -> passwords.matches("abc", "#abc")));
        }
        return asked;
    }

    @Test
    void fewAreComputedAtOnceAndTheOthersWait() throws Exception {
        QueuedPasswordEncoder passwords = new QueuedPasswordEncoder(slow, 2, 10, LONG);
        List<Future<Boolean>> asked = askedAtOnce(passwords, 7);

        await().until(() -> slow.computing.get() == 2 && passwords.waiting() == 5);
        slow.end.countDown();

        for (Future<Boolean> one : asked) {
            assertThat(one.get()).isTrue();
        }
        assertThat(slow.computed).hasSize(7).doesNotContainNull();
        assertThat(slow.computed.stream().distinct()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void whoAsksDoesNotCompute() {
        slow.end.countDown();
        QueuedPasswordEncoder passwords = new QueuedPasswordEncoder(slow, 1, 10, LONG);

        assertThat(passwords.encode("abc")).isEqualTo("#abc");
        assertThat(passwords.matches("abc", "#abd")).isFalse();

        assertThat(slow.computed).noneMatch(thread -> thread.equals(Thread.currentThread()) || thread.isVirtual());
    }

    @Test
    void oneTooManyIsToldToComeAgain() {
        QueuedPasswordEncoder passwords = new QueuedPasswordEncoder(slow, 1, 2, LONG);
        askedAtOnce(passwords, 3);
        await().until(() -> slow.computing.get() == 1 && passwords.waiting() == 2);

        assertRefused(passwords);
    }

    @Test
    void whoHasWaitedTooLongIsToldToComeAgainAndWaitsNoMore() {
        QueuedPasswordEncoder passwords = new QueuedPasswordEncoder(slow, 1, 2, Duration.ofMillis(1));
        assertRefused(passwords);

        assertRefused(passwords);

        assertThat(passwords.waiting()).isZero();
    }

    private static void assertRefused(PasswordEncoder passwords) {
        assertThatThrownBy(() -> passwords.encode("abc"))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(ProblemException::status)
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }
}
