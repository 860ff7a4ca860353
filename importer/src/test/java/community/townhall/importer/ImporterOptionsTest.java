/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterOptionsTest {

    @TempDir
    Path folder;

    @Test
    void a_report_that_could_not_be_written_is_refused_before_anything_is_imported() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> reportingTo(folder.resolve("nowhere/report.json")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("The report cannot be written to", "there is no folder", "nowhere");
        assertThatThrownBy(() -> reportingTo(file.resolve("report.json")))
                .hasMessageContainingAll("there is no folder", "file");
        assertThatThrownBy(() -> reportingTo(folder)).hasMessageContaining("it is a folder");
    }

    @Test
    void a_report_is_written_anew_or_over_an_older_one() throws IOException {
        Path file = Files.createFile(folder.resolve("older.json"));

        assertThat(reportingTo(file).report()).isEqualTo(file);
        assertThat(reportingTo(folder.resolve("new.json")).report()).doesNotExist();
        assertThat(reportingTo(Path.of("new.json")).report()).isEqualTo(Path.of("new.json"));
    }

    @Test
    void it_says_which_community_it_moves_in_and_which_were_before() throws IOException {
        assertThat(ImporterMain.sayingWhichCommunity("a.test", folder)).isEqualTo("This is a.test.");

        Files.createFile(folder.resolve("a.test.rows"));
        Files.createFile(folder.resolve("b.test.rows"));

        assertThat(ImporterMain.sayingWhichCommunity("a.test", folder)).contains("a.test, which was moved in before");
        assertThat(ImporterMain.sayingWhichCommunity("copy", folder))
                .contains("nothing was moved in before", "a.test or b.test", "--origin");
    }

    private static ImporterOptions reportingTo(Path report) {
        return ImporterOptions.parse(
                new String[] {"stackexchange", "dump", "--report", report.toString()},
                Map.of("TOWNHALL_CLIENT_SECRET", "secret"));
    }
}
