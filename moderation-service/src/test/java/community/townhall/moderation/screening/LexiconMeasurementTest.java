/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import community.townhall.moderation.content.Outcome;
import community.townhall.moderation.content.Revision;
import community.townhall.moderation.content.SubjectType;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.screening.lexicon.NormalText;
import community.townhall.moderation.screening.phase.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * How the shipped word lists do on labelled data, which is not part of this repository: COLD (Chinese, Deng et al. 2022)
 * and Davidson et al. 2017 (English), where they lie in {@code ../shared/data}. Word lists find a part of what offends,
 * since most of it needs no bad word; the floors say that what they reject deserves it, and how much they find.
 */
class LexiconMeasurementTest {

    private static final Logger log = LoggerFactory.getLogger(LexiconMeasurementTest.class);
    private static final Path DATA = Path.of("..", "..", "shared", "data");

    private final Lexicon lexicon = ScreeningConfiguration.lexicon("classpath:lexicon/", new DefaultResourceLoader());

    private record Sample(boolean offensive, String text) {}

    private record Measure(int offensive, int rejected, int rejectedRightly, int caught, int caughtRightly) {

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
    void english() throws IOException {
        Measure measure = measure(samples("davidson/train.csv", "class", "tweet", "2"));

        assertThat(measure.rejected()).isGreaterThan(400);
        assertThat(measure.precisionOfReject()).isGreaterThan(0.97);
        assertThat(measure.precision()).isGreaterThan(0.97);
        assertThat(measure.recall()).isGreaterThan(0.75);
    }

    @Test
    void chinese() throws IOException {
        Measure measure = measure(samples("cold/dev.csv", "label", "TEXT", "0"));

        assertThat(measure.rejected()).isGreaterThan(20);
        assertThat(measure.precisionOfReject()).isGreaterThan(0.90);
        assertThat(measure.precision()).isGreaterThan(0.85);
        assertThat(measure.recall()).isGreaterThan(0.04);
    }

    private Measure measure(List<Sample> samples) {
        int offensive = 0;
        int rejected = 0;
        int rejectedRightly = 0;
        int caught = 0;
        int caughtRightly = 0;
        for (Sample sample : samples) {
            int counts = sample.offensive() ? 1 : 0;
            offensive += counts;
            Outcome outcome = outcome(sample.text());
            if (outcome != Outcome.PASS) {
                caught++;
                caughtRightly += counts;
            }
            if (outcome == Outcome.REJECT) {
                rejected++;
                rejectedRightly += counts;
            }
        }
        Measure measure = new Measure(offensive, rejected, rejectedRightly, caught, caughtRightly);
        log.info(
                "{} samples: {}; precision of reject {}, precision {}, recall {}",
                samples.size(),
                measure,
                measure.precisionOfReject(),
                measure.precision(),
                measure.recall());
        return measure;
    }

    private Outcome outcome(String text) {
        Submission submission = new Submission(
                SubjectType.COMMENT, "sample", "author", new Revision(1, null, text), Instant.EPOCH, "data.example");
        Context context = new Context(NormalText.of(text), List.of(), AuthorHistory.ELSEWHERE, List.of());
        return lexicon.judge(submission, context).outcome();
    }

    private static List<Sample> samples(String file, String label, String text, String harmless) throws IOException {
        Path path = DATA.resolve(file);
        assumeTrue(Files.isReadable(path), "The labelled data is not here");
        List<List<String>> rows = rows(Files.readString(path));
        List<String> header = rows.getFirst();
        int labelAt = header.indexOf(label);
        int textAt = header.indexOf(text);
        return rows.subList(1, rows.size()).stream()
                .filter(row -> row.size() == header.size())
                .map(row -> new Sample(!row.get(labelAt).equals(harmless), row.get(textAt)))
                .toList();
    }

    /** RFC 4180. */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < csv.length(); at++) {
            char character = csv.charAt(at);
            if (character == '"') {
                boolean escaped = quoted && at + 1 < csv.length() && csv.charAt(at + 1) == '"';
                if (escaped) {
                    field.append(character);
                    at++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (character == ',' || character == '\n')) {
                row.add(field.toString());
                field.setLength(0);
                if (character == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || character != '\r') {
                field.append(character);
            }
        }
        return rows;
    }
}
