/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.messaging;

import community.townhall.engagement.notification.messaging.ContentNews.Published;
import community.townhall.kit.jobs.JobKind;
import community.townhall.kit.jobs.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Answers whose question is not known yet: a job waits for it, and nothing else does. */
@Configuration(proxyBeanMethods = false)
class AnswersToUnknown {

    private static final String ANSWER_TOLD = "answer-told";

    /** After that, nobody is told of anything. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final Jobs jobs;
    private final Clock clock;

    AnswersToUnknown(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    void tellLater(Published answer) {
        Map<String, String> arguments = new HashMap<>();
        arguments.put("id", answer.id());
        arguments.put("author", answer.authorId());
        arguments.put("kind", answer.kind());
        arguments.put("question", Objects.requireNonNull(answer.questionId()));
        arguments.put("mentioned", String.join("\n", answer.mentioned()));
        arguments.put("at", answer.at().toString());
        jobs.begin(ANSWER_TOLD, answer.id(), arguments);
    }

    @Bean
    JobKind answerTold(ObjectProvider<ContentNews> news) {
        return new JobKind(ANSWER_TOLD, (arguments, _) -> {
            Published answer = read(arguments);
            if (!news.getObject().tell(answer)
                    && answer.at().isAfter(clock.instant().minus(PATIENCE))) {
                throw new IllegalStateException("The question " + answer.questionId() + " is not known yet");
            }
            return Optional.empty();
        });
    }

    private static Published read(Map<String, String> arguments) {
        String mentioned = of(arguments, "mentioned");
        return new Published(
                of(arguments, "id"),
                of(arguments, "author"),
                of(arguments, "kind"),
                null,
                of(arguments, "question"),
                List.of(),
                mentioned.isEmpty() ? List.of() : List.of(mentioned.split("\n")),
                Instant.parse(of(arguments, "at")));
    }

    private static String of(Map<String, String> arguments, String name) {
        return Objects.requireNonNull(arguments.get(name), name);
    }
}
