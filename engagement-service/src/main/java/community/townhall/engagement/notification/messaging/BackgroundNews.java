/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.messaging;

import community.townhall.engagement.follow.FollowedType;
import community.townhall.engagement.notification.News;
import community.townhall.engagement.notification.NotificationKind;
import community.townhall.engagement.notification.TellFollowers;
import community.townhall.kit.jobs.JobKind;
import community.townhall.kit.jobs.Jobs;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** News that go to more followers than a handler has time for, as jobs. */
@Configuration(proxyBeanMethods = false)
class BackgroundNews {

    private static final String FOLLOWERS_TOLD = "followers-told";
    private static final String FACT = "fact-";
    private static final String AUDIENCE = "audience-";
    private static final String BEGIN = "begin";
    private static final String ABOUT = "about";

    @Bean
    TellFollowers.Later laterNews(Jobs jobs) {
        return (news, place) -> jobs.begin(FOLLOWERS_TOLD, news.cause(), written(news, place));
    }

    @Bean
    JobKind followersTold(ObjectProvider<TellFollowers> tell, ToldContent told) {
        return new JobKind(FOLLOWERS_TOLD, (arguments, cursor) -> {
            News news = read(arguments);
            return told.isSeen(news.about())
                    ? tell.getObject().page(news, Objects.requireNonNullElseGet(cursor, () -> of(arguments, BEGIN)))
                    : Optional.empty(); // what was taken from view meanwhile is no news
        });
    }

    static Map<String, String> written(News news, String place) {
        Map<String, String> arguments = new HashMap<>();
        arguments.put(BEGIN, place);
        arguments.put("cause", news.cause());
        arguments.put("author", news.authorId());
        arguments.put("link", news.link());
        arguments.put("at", news.at().toString());
        arguments.put(ABOUT, String.join(" ", news.about()));
        news.facts().forEach((name, value) -> arguments.put(FACT + name, value));
        for (int i = 0; i < news.audiences().size(); i++) {
            News.Audience audience = news.audiences().get(i);
            arguments.put(AUDIENCE + i, audience.type() + " " + audience.kind().label() + " " + audience.followedId());
        }
        return arguments;
    }

    static News read(Map<String, String> arguments) {
        Map<String, String> facts = new HashMap<>();
        arguments.forEach((name, value) -> {
            if (name.startsWith(FACT)) {
                facts.put(name.substring(FACT.length()), value);
            }
        });
        List<News.Audience> audiences = java.util.stream.IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> Optional.ofNullable(arguments.get(AUDIENCE + i)))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .map(BackgroundNews::audience)
                .toList();
        return new News(
                of(arguments, "cause"),
                of(arguments, "author"),
                of(arguments, "link"),
                facts,
                Instant.parse(of(arguments, "at")),
                Arrays.stream(arguments.getOrDefault(ABOUT, "").split(" "))
                        .filter(id -> !id.isEmpty())
                        .toList(),
                audiences);
    }

    private static News.Audience audience(String written) {
        String[] parts = written.split(" ", 3);
        // A job that an earlier release began has the kind in capitals.
        String kind = parts[1].toLowerCase(Locale.ROOT).replace('_', '-');
        return new News.Audience(FollowedType.valueOf(parts[0]), parts[2], NotificationKind.ofText(kind));
    }

    private static String of(Map<String, String> arguments, String name) {
        return Objects.requireNonNull(arguments.get(name), name);
    }
}
