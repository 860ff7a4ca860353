/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer;

import community.townhall.importer.report.ImportReport;
import community.townhall.importer.report.ProgressBar;
import community.townhall.importer.stackexchange.Dump;
import community.townhall.importer.stackexchange.EarlierImports;
import community.townhall.importer.stackexchange.StackExchangeImport;
import community.townhall.importer.suite.ClientCredentials;
import community.townhall.importer.suite.Pace;
import community.townhall.importer.suite.Settling;
import community.townhall.importer.suite.Suite;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code stackexchange DIR}: imports a Stack Exchange data dump. See {@link ImporterOptions#USAGE} for the options.
 *
 * <p>Ends with 0 when every row is accounted for, no kind of them was lost altogether and every file is whole, 1 when not, 2
 * when the command line is wrong or there is no dump, 3 when it was cut off.
 */
public final class ImporterMain {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LONGEST_SETTLING = Duration.ofMinutes(10);

    /** What the services deal with in a second or so: more would only wait there. */
    private static final int MOST_WAITING = 500;

    private ImporterMain() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        ImporterOptions options;
        try {
            options = ImporterOptions.parse(arguments, System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(ImporterOptions.USAGE);
            return 2;
        }
        Dump dump;
        try {
            dump = Dump.lookedThrough(options.dump());
        } catch (Dump.UnusableDumpException e) {
            System.err.println(e.getMessage());
            return 2;
        }
        try {
            ImportReport report = execute(options, dump, System.out);
            report.printTo(System.out);
            if (options.report() != null) {
                Files.write(options.report(), toJson(report));
            }
            return report.succeeded() ? 0 : 1;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            System.err.println();
            System.err.println(e.getMessage());
            System.err.println("What was imported stays. Start the same command again to go on.");
            return 3;
        }
    }

    private static ImportReport execute(ImporterOptions options, Dump dump, PrintStream out) throws IOException {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        ClientCredentials tokens =
                new ClientCredentials(http, options.tokenEndpoint(), options.clientId(), options.clientSecret());
        Suite suite = new Suite(http, options.url(), tokens, PATIENCE);
        Settling settling = new Settling(suite, LONGEST_SETTLING);
        out.println(sayingWhichCommunity(options.origin(), options.record()));
        boolean terminal = System.console() != null && System.console().isTerminal();
        StackExchangeImport moving = new StackExchangeImport(
                dump,
                options.origin(),
                options.record() == null
                        ? EarlierImports.unrecorded()
                        : EarlierImports.recordedIn(options.record(), options.origin()),
                suite,
                settling,
                new Pace(suite, MOST_WAITING, LONGEST_SETTLING),
                options.parallel(),
                total -> new ProgressBar(out, terminal, total));
        return moving.run();
    }

    /** Whoever takes a newer dump for another community's doubles everything. */
    static String sayingWhichCommunity(String origin, @Nullable Path record) throws IOException {
        List<String> before = record == null ? List.of() : EarlierImports.originsRecordedIn(record);
        if (before.contains(origin)) {
            return "This is " + origin + ", which was moved in before: what is there already stays.";
        }
        return before.isEmpty()
                ? "This is " + origin + "."
                : "This is %s, of which nothing was moved in before. A newer dump of %s follows it with --origin."
                        .formatted(origin, String.join(" or ", before));
    }

    private static byte[] toJson(ImportReport report) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsBytes(report);
    }
}
