/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.mongod;

import community.townhall.standalone.Refusal;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Where to find a MongoDB server's program. */
public final class Mongod {

    private static final String NAME = "mongod";

    private Mongod() {}

    /** @throws Refusal when there is none on this process's {@code PATH} */
    public static Path onPath() {
        String path = System.getenv("PATH");
        List<String> folders = path == null ? List.of() : Arrays.asList(path.split(File.pathSeparator, -1));
        return in(folders.stream()
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList());
    }

    static Path in(List<Path> folders) {
        return folders.stream()
                .map(folder -> folder.resolve(NAME).toAbsolutePath())
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new Refusal("There is no mongod on the PATH; --mongod PATH names one, and without it the"
                                + " embedded server runs"));
    }
}
