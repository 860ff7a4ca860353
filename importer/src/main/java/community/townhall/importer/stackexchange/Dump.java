/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The files of a dump, looked through before the first row is sent. */
public final class Dump {

    private static final List<String> FILES = List.of("Users", "Tags", "Posts", "Comments", "Votes", "Badges");

    /** Without them nothing else would come to stand where it belongs. */
    private static final List<String> NECESSARY = List.of("Users", "Posts");

    /** A folder that nothing can be imported from. */
    public static final class UnusableDumpException extends Exception {

        UnusableDumpException(String message) {
            super(message);
        }
    }

    private final Path folder;
    private final Map<String, DumpFile.Survey> surveys = new LinkedHashMap<>();

    private Dump(Path folder) {
        this.folder = folder;
        FILES.forEach(name -> surveys.put(name, fileAt(name).survey()));
    }

    /**
     * Reads every file once.
     *
     * @throws UnusableDumpException naming what is wrong with the files that everything else refers to
     */
    public static Dump lookedThrough(Path folder) throws UnusableDumpException {
        Dump dump = new Dump(folder);
        String unusable = NECESSARY.stream()
                .filter(name -> !dump.survey(name).usable())
                .map(name ->
                        name + ".xml " + String.join(", ", dump.survey(name).faults()))
                .collect(Collectors.joining("; "));
        if (!unusable.isEmpty()) {
            throw new UnusableDumpException(folder + " holds no Stack Exchange dump to import: " + unusable);
        }
        return dump;
    }

    /** How many rows there are to read. */
    long rows() {
        return surveys.values().stream().mapToLong(DumpFile.Survey::rows).sum();
    }

    /** What is wrong with whole files, by name: each may have cost rows that nobody can count. */
    Map<String, List<String>> faults() {
        Map<String, List<String>> faults = new LinkedHashMap<>();
        surveys.forEach((name, survey) -> {
            if (!survey.faults().isEmpty()) {
                faults.put(name + ".xml", survey.faults());
            }
        });
        return faults;
    }

    /**
     * Hands over every row of a file in its order; none of a file that cannot be read.
     *
     * @param onBroken told of each row that cannot be read, with the reason
     */
    void forEach(String name, Consumer<Row> onRow, Consumer<String> onBroken) throws IOException {
        if (survey(name).usable()) {
            fileAt(name).forEach(onRow, onBroken);
        }
    }

    private DumpFile fileAt(String name) {
        return new DumpFile(folder.resolve(name + ".xml"));
    }

    private DumpFile.Survey survey(String name) {
        return Objects.requireNonNull(surveys.get(name));
    }
}
