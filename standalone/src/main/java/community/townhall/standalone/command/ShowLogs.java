/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.command;

import community.townhall.standalone.Refusal;
import community.townhall.standalone.data.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code logs}: each line behind the name of the process that wrote it. */
public final class ShowLogs {

    private static final String SUFFIX = ".log";
    private static final long BETWEEN_LOOKS_MILLIS = 200;

    private final DataDirectory data;
    private final @Nullable String process;
    private final boolean follow;

    public ShowLogs(DataDirectory data, @Nullable String process, boolean follow) {
        this.data = data;
        this.process = process;
        this.follow = follow;
    }

    public int run() throws InterruptedException {
        Map<String, GrowingFile> files = new LinkedHashMap<>();
        for (String name : process == null ? processes() : List.of(process)) {
            if (!Files.exists(data.log(name))) {
                throw new Refusal("There is no log of '" + name + "' in " + data.logs() + "; there are: "
                        + String.join(", ", processes()));
            }
            files.put(name, GrowingFile.fromItsStart(data.log(name)));
        }
        boolean news = true;
        while (news || follow) {
            news = false;
            for (Map.Entry<String, GrowingFile> file : files.entrySet()) {
                news |= print(file.getKey(), file.getValue().news());
            }
            if (!news && follow) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            }
        }
        return 0;
    }

    private static boolean print(String name, String text) {
        text.lines().forEach(line -> System.out.printf("%-10s | %s%n", name, line));
        System.out.flush();
        return !text.isEmpty();
    }

    private List<String> processes() {
        try (Stream<Path> logs = Files.list(data.logs())) {
            return logs.map(log -> log.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (java.nio.file.NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
