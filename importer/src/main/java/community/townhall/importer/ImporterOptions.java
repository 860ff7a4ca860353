/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the command line and the environment ask for.
 *
 * @param dump the folder to read
 * @param url the gateway
 * @param tokenEndpoint of the issuer, for the client credentials grant
 * @param origin what the community is called in what is imported
 * @param parallel requests under way at a time
 * @param report where the reconciliation goes as JSON, absent for nowhere
 * @param record the folder in which it is kept which rows were read, absent for nowhere
 */
record ImporterOptions(
        Path dump,
        URI url,
        URI tokenEndpoint,
        String clientId,
        String clientSecret,
        String origin,
        int parallel,
        @Nullable Path report,
        @Nullable Path record) {

    /** As the services have it. */
    private static final Pattern ORIGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    static final String USAGE = """
            Usage: import stackexchange DIR [--report FILE] [--origin NAME] [--record DIR] [--url URL] [--parallel N] [--token-endpoint URL]
              DIR               a folder with Users.xml, Posts.xml, Comments.xml, Votes.xml, Badges.xml, Tags.xml
              --report FILE     write the reconciliation as JSON
              --origin NAME     what the community is called; by default its site, from the folder's name
              --record DIR      remember there which rows were read, to name those that a newer dump lacks
              --url URL         the gateway, by default http://localhost:8080
              --parallel N      requests under way at a time, by default 8
              --token-endpoint  of the issuer, by default the gateway's
            The environment names the OAuth client: TOWNHALL_CLIENT_SECRET, and TOWNHALL_CLIENT_ID if it is not townhall-cli.""";

    /** @throws IllegalArgumentException naming what is wrong */
    static ImporterOptions parse(String[] arguments, Map<String, String> environment) {
        if (arguments.length < 2 || !arguments[0].equals("stackexchange") || arguments[1].startsWith("--")) {
            throw new IllegalArgumentException("Say what to import: stackexchange DIR");
        }
        Path dump = Path.of(arguments[1]).toAbsolutePath().normalize();
        URI url = URI.create("http://localhost:8080");
        @Nullable URI tokenEndpoint = null;
        String origin = originOf(dump);
        int parallel = 8;
        @Nullable Path report = null;
        @Nullable Path record = null;
        for (int i = 2; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--report" -> report = writable(Path.of(value));
                case "--record" -> record = Path.of(value);
                case "--origin" -> origin = value;
                case "--url" -> url = URI.create(value);
                case "--token-endpoint" -> tokenEndpoint = URI.create(value);
                case "--parallel" -> parallel = positive("--parallel", value);
                default -> throw new IllegalArgumentException("Unknown option " + arguments[i]);
            }
        }
        if (!ORIGIN.matcher(origin).matches()) {
            throw new IllegalArgumentException(
                    "The origin " + origin
                            + " does not do: 1 to 100 of A-Z, a-z, 0-9, '.', '_' and '-', the first a letter or digit. Say --origin NAME");
        }
        String secret = environment.get("TOWNHALL_CLIENT_SECRET");
        if (secret == null) {
            throw new IllegalArgumentException("TOWNHALL_CLIENT_SECRET is not set");
        }
        return new ImporterOptions(
                dump,
                url,
                tokenEndpoint == null ? url.resolve("/oauth2/token") : tokenEndpoint,
                environment.getOrDefault("TOWNHALL_CLIENT_ID", "townhall-cli"),
                secret,
                origin,
                parallel,
                report,
                record);
    }

    /** Dumps are unpacked into folders named after their site, often with a prefix. */
    private static String originOf(Path dump) {
        String name = dump.getFileName() == null
                ? "stackexchange"
                : dump.getFileName().toString();
        String site = name.startsWith("stackexchange-") ? name.substring("stackexchange-".length()) : name;
        return site.contains(".") ? site : site + ".stackexchange.com";
    }

    /** An import can take hours, and what came of it is lost when nobody can write it down. */
    private static Path writable(Path report) {
        Path file = report.toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new IllegalArgumentException("The report cannot be written to " + report + ": it is a folder");
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "The report cannot be written to " + report + ": there is no folder " + folder);
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new IllegalArgumentException(
                    "The report cannot be written to " + report + ": nothing may be written there");
        }
        return report;
    }

    private static int positive(String option, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the same message as for a number that is not positive
        }
        throw new IllegalArgumentException(option + " must be a positive whole number, not " + value);
    }
}
