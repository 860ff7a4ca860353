/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.moderation.content.Outcome;
import community.townhall.moderation.content.Revision;
import community.townhall.moderation.content.SubjectType;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.content.Verdict;
import community.townhall.moderation.screening.Samples.Sample;
import community.townhall.moderation.screening.lexicon.WordList;
import community.townhall.moderation.screening.phase.Lexicon;
import community.townhall.texts.Markup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * How the shipped word lists do: what they find of what people call offensive, what they wrongly find elsewhere, and
 * what of their own words is still found under a disguise. Word lists find a part of what offends, since most of it needs
 * no bad word; the bounds say that what they reject deserves it, and how much they find. {@code bench/README.md} has
 * the last figures.
 */
class LexiconMeasurementTest {

    private static final Logger log = LoggerFactory.getLogger(LexiconMeasurementTest.class);

    private final Lexicon lexicon = ScreeningConfiguration.lexicon("classpath:lexicon/", new DefaultResourceLoader());

    private record Measure(int offensive, int rejected, int rejectedRightly, int caught, int caughtRightly) {

        int falseAlarms() {
            return caught - caughtRightly;
        }

        double precisionOfReject() {
            return rejectedRightly / (double) rejected;
        }

        double precision() {
            return caughtRightly / (double) caught;
        }

        double recall() {
            return caughtRightly / (double) offensive;
        }
    }

    @Test
    void english() {
        Measure measure = measure("Davidson", Samples.davidson());

        assertThat(measure.rejected()).isGreaterThan(400);
        assertThat(measure.precisionOfReject()).isGreaterThan(0.97);
        assertThat(measure.precision()).isGreaterThan(0.97);
        assertThat(measure.recall()).isGreaterThan(0.75);
    }

    @Test
    void chinese() {
        Measure measure = measure("COLD dev", Samples.cold("dev"));

        assertThat(measure.rejected()).isGreaterThan(20);
        assertThat(measure.precisionOfReject()).isGreaterThan(0.90);
        assertThat(measure.precision()).isGreaterThan(0.85);
        assertThat(measure.recall()).isGreaterThan(0.04);
    }

    @Test
    void chinese_at_large() {
        Measure measure = measure("COLD train", Samples.cold("train"));

        assertThat(measure.falseAlarms() / 13_003.0).isLessThan(0.005);
    }

    @Test
    void a_site_of_physicists() {
        Measure measure = measure("Quantum Computing", Samples.site());

        assertThat(measure.falseAlarms()).isLessThan(5);
    }

    /**
     * Two words in everyday use, such as 失败 and 类型, across whose boundary a listed one stands (败类): by the pair alone
     * most are told to be two words.
     */
    @Test
    void two_words_that_make_a_listed_one_between_them() throws IOException {
        List<String> listed = Stream.of("zh-coarse", "zh-severe")
                .flatMap(list -> words(list).stream())
                .toList();
        List<String> common = common();
        Random random = new Random(1);
        int pairs = 0;
        int taken = 0;
        for (String word : listed) {
            for (int at = 1; at < word.length(); at++) {
                String left = word.substring(0, at);
                String right = word.substring(at);
                List<String> before = without(listed, common, other -> other.endsWith(left));
                List<String> after = without(listed, common, other -> other.startsWith(right));
                for (int pair = 0; pair < 60 && !before.isEmpty() && !after.isEmpty(); pair++) {
                    String first = before.get(random.nextInt(before.size()));
                    String second = after.get(random.nextInt(after.size()));
                    if (first.length() > left.length() || second.length() > right.length()) {
                        pairs++;
                        taken += isLetThrough(first + second) ? 0 : 1;
                    }
                }
            }
        }
        log.info("{} of {} pairs of common words are taken for a listed one", taken, pairs);
        assertThat(pairs).isGreaterThan(2_000);
        assertThat(taken / (double) pairs).isLessThan(0.15);
    }

    private boolean isLetThrough(String text) {
        return verdict(new Sample(false, text, Markup.MARKDOWN)).outcome() == Outcome.PASS;
    }

    private static List<String> without(List<String> listed, List<String> common, Predicate<String> fits) {
        return common.stream()
                .filter(fits)
                .filter(word -> listed.stream().noneMatch(word::contains))
                .toList();
    }

    /** Of the dictionary of jieba. */
    private static List<String> common() throws IOException {
        try (InputStream stream =
                        Objects.requireNonNull(LexiconMeasurementTest.class.getResourceAsStream("/dict.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split(" "))
                    .filter(parts -> parts[0].length() <= 4 && Integer.parseInt(parts[1]) >= 100)
                    .map(parts -> parts[0])
                    .toList();
        }
    }

    @Test
    void words_in_disguise() {
        assertThat(recall("en", "I said %s to them today", Disguises.latin())).isGreaterThan(0.99);
        assertThat(recall("zh", "今天有人说：%s，大家都听到了", Disguises.chinese())).isGreaterThan(0.99);
        assertThat(recall("pinyin", "今天有人说 %s 大家", Disguises.latin())).isGreaterThan(0.99);
    }

    private double recall(String language, String sentence, Map<String, UnaryOperator<String>> disguises) {
        Map<String, List<String>> lost = new LinkedHashMap<>();
        int tried = 0;
        for (Outcome severity : List.of(Outcome.HOLD, Outcome.REJECT)) {
            List<String> words = words(language + (severity == Outcome.HOLD ? "-coarse" : "-severe"));
            for (Map.Entry<String, UnaryOperator<String>> disguise : disguises.entrySet()) {
                tried += words.size();
                lost.computeIfAbsent(disguise.getKey(), name -> new java.util.ArrayList<>())
                        .addAll(words.stream()
                                .map(disguise.getValue())
                                .filter(word -> verdict(new Sample(true, sentence.formatted(word), Markup.MARKDOWN))
                                                .outcome()
                                                .compareTo(severity)
                                        < 0)
                                .toList());
            }
        }
        int missed = lost.values().stream().mapToInt(List::size).sum();
        double recall = 1 - missed / (double) tried;
        lost.values().removeIf(List::isEmpty);
        log.info("{}: {} of {} found, recall {}", language, tried - missed, tried, recall);
        lost.forEach((name, words) -> log.info(
                "  {} {}: {}", name, words.size(), words.stream().limit(12).toList()));
        return recall;
    }

    private static List<String> words(String list) {
        try (InputStream stream =
                Objects.requireNonNull(LexiconMeasurementTest.class.getResourceAsStream("/lexicon/" + list + ".txt"))) {
            return WordList.read(new InputStreamReader(stream, StandardCharsets.UTF_8)).stream()
                    .map(word -> word.replace("+", ""))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Measure measure(String name, List<Sample> samples) {
        int offensive = 0;
        int rejected = 0;
        int rejectedRightly = 0;
        int caught = 0;
        int caughtRightly = 0;
        Map<String, Integer> falseAlarms = new TreeMap<>();
        for (Sample sample : samples) {
            int counts = sample.offensive() ? 1 : 0;
            offensive += counts;
            Verdict verdict = verdict(sample);
            if (verdict.outcome() != Outcome.PASS) {
                caught++;
                caughtRightly += counts;
                if (!sample.offensive()) {
                    falseAlarms.merge(Objects.requireNonNull(verdict.detail()), 1, Integer::sum);
                    log.debug("{}: {}", verdict.detail(), sample.text());
                }
            }
            if (verdict.outcome() == Outcome.REJECT) {
                rejected++;
                rejectedRightly += counts;
            }
        }
        Measure measure = new Measure(offensive, rejected, rejectedRightly, caught, caughtRightly);
        log.info(
                "{}, {} samples: {}; precision of reject {}, precision {}, recall {}, false alarms {} of {}: {}",
                name,
                samples.size(),
                measure,
                measure.precisionOfReject(),
                measure.precision(),
                measure.recall(),
                measure.falseAlarms(),
                samples.size() - offensive,
                falseAlarms);
        return measure;
    }

    private Verdict verdict(Sample sample) {
        Submission submission = new Submission(
                SubjectType.POST,
                "sample",
                "author",
                new Revision(1, null, sample.text(), sample.markup()),
                Instant.EPOCH,
                "data.example");
        return lexicon.judge(submission, new Context(Reading.of(submission), AuthorHistory.ELSEWHERE, List.of()));
    }
}
