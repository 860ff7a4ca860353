/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a community were ever read here, so that a newer dump's missing ones can be named. One file for each
 * origin, a row a line ({@code QUESTIONS 17}), and the score of a comment another ({@code SCORE 20 2}), only ever added to:
 * losing it costs these names and nothing else.
 */
public final class EarlierImports {

    private static final String SCORE = "SCORE";
    private static final String RECORD = ".rows";

    private final @Nullable Path file;
    private final Map<Kind, RowIds> recorded = new EnumMap<>(Kind.class);
    private final Map<Kind, RowIds> readNow = new EnumMap<>(Kind.class);
    private final Map<Kind, RowIds> unsaved = new EnumMap<>(Kind.class);
    /** Comments by the scores they were read with. */
    private final NavigableMap<Integer, RowIds> recordedScores = new TreeMap<>();

    private final NavigableMap<Integer, RowIds> unsavedScores = new ConcurrentSkipListMap<>();

    private EarlierImports(@Nullable Path file) {
        this.file = file;
        for (Kind kind : Kind.values()) {
            recorded.put(kind, new RowIds());
            readNow.put(kind, new RowIds());
            unsaved.put(kind, new RowIds());
        }
    }

    /** Keeps nothing from one import to the next. */
    public static EarlierImports unrecorded() {
        return new EarlierImports(null);
    }

    /** @param folder where the records are; made when there is none */
    public static EarlierImports recordedIn(Path folder, String origin) throws IOException {
        Files.createDirectories(folder);
        EarlierImports imports = new EarlierImports(folder.resolve(origin + RECORD));
        imports.load();
        return imports;
    }

    /** The origins that were read before, by name. */
    public static List<String> originsRecordedIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(RECORD))
                    .map(name -> name.substring(0, name.length() - RECORD.length()))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private void load() throws IOException {
        try (Stream<String> lines = Files.lines(Objects.requireNonNull(file), StandardCharsets.UTF_8)) {
            lines.map(line -> line.split(" ", 2))
                    .filter(parts -> parts.length == 2)
                    .forEach(this::load);
        } catch (NoSuchFileException e) {
            // the first import of this origin
        }
    }

    private void load(String[] parts) {
        try {
            if (parts[0].equals(SCORE)) {
                String[] score = parts[1].split(" ", 2);
                if (score.length == 2) {
                    scored(recordedScores, Integer.parseInt(score[1])).add(Integer.parseInt(score[0]));
                }
                return;
            }
            of(recorded, Kind.valueOf(parts[0])).add(Integer.parseInt(parts[1]));
        } catch (IllegalArgumentException e) {
            // a line that a kill cut short
        }
    }

    /** @return whether this import reads that row for the first time */
    boolean read(Kind kind, int id) {
        boolean first = of(readNow, kind).add(id);
        if (first && !of(recorded, kind).contains(id)) {
            of(unsaved, kind).add(id);
        }
        return first;
    }

    /** Puts on record what was read since the last time. */
    void save() throws IOException {
        if (file == null) {
            return;
        }
        try (BufferedWriter record = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (Kind kind : Kind.values()) {
                for (int id : of(unsaved, kind).toArray()) {
                    record.write(kind + " " + id + "\n");
                }
                unsaved.put(kind, new RowIds());
            }
            for (Map.Entry<Integer, RowIds> comments : unsavedScores.entrySet()) {
                for (int comment : comments.getValue().toArray()) {
                    record.write(SCORE + " " + comment + " " + comments.getKey() + "\n");
                }
            }
            unsavedScores.clear();
        }
    }

    /** @return the highest score that an earlier import read of the comment, 0 when none did */
    int scoreBefore(int comment) {
        return recordedScores.descendingMap().entrySet().stream()
                .filter(comments -> comments.getValue().contains(comment))
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
    }

    void score(int comment, int score) {
        if (score > scoreBefore(comment)) {
            scored(unsavedScores, score).add(comment);
        }
    }

    private static RowIds scored(Map<Integer, RowIds> scores, int score) {
        return scores.computeIfAbsent(score, each -> new RowIds());
    }

    /** Names the rows of earlier imports that this one did not read. */
    void notReadNow(Kind kind, IntConsumer row) {
        for (int id : of(recorded, kind).toArray()) {
            if (!of(readNow, kind).contains(id)) {
                row.accept(id);
            }
        }
    }

    private static RowIds of(Map<Kind, RowIds> rows, Kind kind) {
        return Objects.requireNonNull(rows.get(kind));
    }
}
