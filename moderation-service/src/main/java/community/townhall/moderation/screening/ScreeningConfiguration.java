/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import community.townhall.moderation.content.Contents;
import community.townhall.moderation.screening.lexicon.ChineseWords;
import community.townhall.moderation.screening.lexicon.LatinWords;
import community.townhall.moderation.screening.lexicon.WordList;
import community.townhall.moderation.screening.lexicon.WordMatcher;
import community.townhall.moderation.screening.phase.Length;
import community.townhall.moderation.screening.phase.Lexicon;
import community.townhall.moderation.screening.phase.LinkLimits;
import community.townhall.moderation.screening.phase.NewMember;
import community.townhall.moderation.screening.phase.Repeat;
import community.townhall.moderation.screening.phase.Velocity;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/** The pipeline as this community has set it up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScreeningProperties.class)
class ScreeningConfiguration {

    @Bean
    NewMember newMember(ScreeningProperties settings) {
        return new NewMember(
                settings.newMember().heldPosts(), settings.newMember().onlyWithLinks());
    }

    @Bean
    Pipeline pipeline(ScreeningProperties settings, NewMember newMember, ResourceLoader resources) {
        return new Pipeline(List.of(
                new Length(settings.length().post(), settings.length().comment()),
                new Repeat(
                        settings.repeat().window(),
                        settings.repeat().shortest(),
                        settings.repeat().rejectedFrom()),
                lexicon(settings.lexicon().location(), resources),
                new LinkLimits(settings.links().most(), settings.links().listedDomains()),
                new Velocity(settings.velocity().most(), settings.velocity().window()),
                newMember));
    }

    @Bean
    ScreenSubmission screenSubmission(Contents contents, Pipeline pipeline, NewMember newMember, Clock clock) {
        return new ScreenSubmission(contents, pipeline, newMember, clock);
    }

    /** The lexicon phase with the word lists of that folder. */
    static Lexicon lexicon(String location, ResourceLoader resources) {
        return new Lexicon(matchers(location, "severe", resources), matchers(location, "coarse", resources));
    }

    private static List<WordMatcher> matchers(String location, String degree, ResourceLoader resources) {
        LatinWords pinyin = new LatinWords(words(location, "pinyin", degree, resources));
        return List.of(
                new LatinWords(words(location, "en", degree, resources)),
                new ChineseWords(words(location, "zh", degree, resources)),
                // Abbreviated pinyin means something only among Chinese.
                text -> text.hasHan() ? pinyin.matches(text) : Set.of());
    }

    private static List<String> words(String location, String language, String degree, ResourceLoader resources) {
        Resource list = resources.getResource("%s%s-%s.txt".formatted(location, language, degree));
        try {
            return WordList.read(new InputStreamReader(list.getInputStream(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
