/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.app;

import community.townhall.standalone.Refusal;
import community.townhall.standalone.plan.Application;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jars that the build made, found by the project's layout. */
public record Programs(Path home) {

    /** @throws Refusal when it has not been built */
    public Path jarOf(Application application) {
        Path target = home.resolve(application.module()).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            List<Path> jars = files.filter(file ->
                            isJarOf(application.module(), file.getFileName().toString()))
                    .toList();
            if (jars.size() == 1) {
                return jars.getFirst();
            }
            throw new Refusal("Expected one jar of " + application.module() + " in " + target + " and found "
                    + jars.size() + "; ./mvnw clean package builds it anew");
        } catch (java.nio.file.NoSuchFileException e) {
            throw new Refusal(application.module() + " has not been built: " + target + " is not there");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of this module: Kafka's and Mongo's processes and the command line. */
    public Path standaloneJar() {
        return home.resolve("standalone/target/standalone.jar");
    }

    public Path unpacked() {
        return home.resolve("standalone/target/apps");
    }

    private static boolean isJarOf(String module, String file) {
        return file.matches(java.util.regex.Pattern.quote(module) + "-[0-9][^/]*\\.jar")
                && !file.matches(".*-(tests|sources|javadoc)\\.jar");
    }
}
