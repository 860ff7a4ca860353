/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import community.townhall.moderation.content.Contents;
import community.townhall.moderation.screening.lexicon.ChineseWords;
import community.townhall.moderation.screening.lexicon.LatinWords;
import community.townhall.moderation.screening.lexicon.PinyinWords;
import community.townhall.moderation.screening.lexicon.WordList;
import community.townhall.moderation.screening.lexicon.WordMatcher;
import community.townhall.moderation.screening.phase.Length;
import community.townhall.moderation.screening.phase.Lexicon;
import community.townhall.moderation.screening.phase.LinkLimits;
import community.townhall.moderation.screening.phase.NewMember;
import community.townhall.moderation.screening.phase.Repeat;
import community.townhall.moderation.screening.phase.Velocity;
import community.townhall.texts.Link;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/** The pipeline as this community has set it up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScreeningProperties.class)
class ScreeningConfiguration {

    private static final String SHIPPED = "classpath:lexicon/";

    @Bean
    NewMember newMember(ScreeningProperties settings) {
        return new NewMember(
                settings.newMember().heldPosts(), settings.newMember().onlyWithLinks());
    }

    @Bean
    Velocity velocity(ScreeningProperties settings) {
        return new Velocity(settings.velocity().most(), settings.velocity().window());
    }

    @Bean
    Repeat repeat(ScreeningProperties settings) {
        return new Repeat(
                settings.repeat().window(),
                settings.repeat().shortest(),
                settings.repeat().rejectedFrom());
    }

    /** What costs least comes first. */
    @Bean
    Pipeline pipeline(
            ScreeningProperties settings,
            Velocity velocity,
            NewMember newMember,
            Repeat repeat,
            ResourceLoader resources) {
        return new Pipeline(List.of(
                new Length(settings.length().post(), settings.length().comment()),
                velocity,
                new LinkLimits(settings.links().most(), hosts(settings.links().listedDomains())),
                newMember,
                repeat,
                lexicon(settings.lexicon().location(), resources)));
    }

    /** As the links of a text are told. */
    private static Set<String> hosts(Set<String> domains) {
        return domains.stream()
                .map(domain -> Link.to("https://" + domain.strip()).host())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Bean
    ScreenSubmission screenSubmission(
            Contents contents,
            RecentTexts recentTexts,
            Pipeline pipeline,
            Velocity velocity,
            NewMember newMember,
            LiftRepeats liftRepeats,
            Clock clock) {
        return new ScreenSubmission(contents, recentTexts, pipeline, velocity, newMember, liftRepeats, clock);
    }

    @Bean
    LiftRepeats liftRepeats(Contents contents, RecentTexts recentTexts, Repeat repeat, Clock clock) {
        return new LiftRepeats(contents, recentTexts, repeat, clock);
    }

    /** The lexicon phase with the word lists of that folder. */
    static Lexicon lexicon(String location, ResourceLoader resources) {
        return new Lexicon(matchers(location, "severe", resources), matchers(location, "coarse", resources));
    }

    private static List<WordMatcher> matchers(String location, String degree, ResourceLoader resources) {
        List<String> listed = words(location, "pinyin", degree, resources);
        List<String> innocent = words(location, "pinyin", "innocent", resources);
        Set<String> unmistakable = Set.copyOf(words(location, "pinyin", "anywhere", resources));
        return List.of(
                new LatinWords(words(location, "en", degree, resources), words(location, "en", "innocent", resources)),
                new ChineseWords(
                        words(location, "zh", degree, resources),
                        words(location, "zh", "innocent", resources),
                        Stream.of("severe", "coarse")
                                .flatMap(each -> words(location, "zh", each, resources).stream())
                                .toList()),
                new PinyinWords(
                        new LatinWords(listed, innocent),
                        new LatinWords(
                                listed.stream().filter(unmistakable::contains).toList(), innocent)));
    }

    /** A list of that folder, or the shipped one where it has none. */
    private static List<String> words(String location, String language, String degree, ResourceLoader resources) {
        String name = "%s-%s.txt".formatted(language, degree);
        Resource own = resources.getResource(location + name);
        Resource list = own.exists() ? own : resources.getResource(SHIPPED + name);
        try {
            return WordList.read(new InputStreamReader(list.getInputStream(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
