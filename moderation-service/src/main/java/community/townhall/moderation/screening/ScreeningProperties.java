/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings of the phases, under {@code townhall.moderation}. */
@ConfigurationProperties("townhall.moderation")
record ScreeningProperties(
        @DefaultValue LengthProperties length,
        @DefaultValue RepeatProperties repeat,
        @DefaultValue LexiconProperties lexicon,
        @DefaultValue LinkProperties links,
        @DefaultValue VelocityProperties velocity,
        @DefaultValue NewMemberProperties newMember) {

    /**
     * @param post most characters of a post
     * @param comment most characters of a comment
     */
    record LengthProperties(
            @DefaultValue("60000") int post,
            @DefaultValue("10000") int comment) {}

    /**
     * @param window how long an author's texts are remembered; at most a day
     * @param shortest letters and digits a text must have to count as repeated
     * @param rejectedFrom the repetition from which it is rejected rather than held
     */
    record RepeatProperties(
            @DefaultValue("24h") Duration window,
            @DefaultValue("20") int shortest,
            @DefaultValue("3") int rejectedFrom) {}

    /** @param location where the word lists are: {@code en-severe.txt}, {@code zh-coarse.txt} and so on */
    record LexiconProperties(
            @DefaultValue("classpath:lexicon/") String location) {}

    /**
     * @param most links a text may hold
     * @param listedDomains domains whose links are held
     */
    record LinkProperties(
            @DefaultValue("5") int most, @DefaultValue Set<String> listedDomains) {}

    /**
     * @param most texts of one author within the window
     * @param window at most a day
     */
    record VelocityProperties(
            @DefaultValue("20") int most,
            @DefaultValue("1m") Duration window) {}

    /**
     * @param heldPosts how many approved posts make a member known; 0 switches the phase off
     * @param onlyWithLinks whether plain posts of new members pass
     */
    record NewMemberProperties(
            @DefaultValue("2") int heldPosts,
            @DefaultValue("true") boolean onlyWithLinks) {}
}
