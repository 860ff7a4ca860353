/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpFileTest {

    @TempDir
    Path folder;

    private final List<Row> rows = new ArrayList<>();
    private final AtomicInteger malformed = new AtomicInteger();

    @Test
    void rows_come_in_order_with_their_attributes_decoded() throws IOException {
        read("""
                \uFEFF<?xml version="1.0" encoding="utf-8"?>
                <posts>
                  <row Id="1" Body="&lt;p&gt;a &amp;amp; b&lt;/p&gt;&#xA;second line" />
                  <row Id="2" Body="问题" />
                </posts>
                """);

        assertThat(rows).extracting(row -> row.text("Id")).containsExactly("1", "2");
        assertThat(rows.getFirst().text("Body")).isEqualTo("<p>a &amp; b</p>\nsecond line");
        assertThat(rows.getLast().text("Body")).isEqualTo("问题");
        assertThat(malformed).hasValue(0);
    }

    @Test
    void a_broken_row_costs_that_row_alone() throws IOException {
        read("""
                <posts>
                  <row Id="1" />
                  <row Id="2" Body="no end
                  <row Id="3" />
                  <row Id="4" Body="a < b" />
                  <row Id="5" Body="&nosuch;" />
                  <row Id="6" Id="6" />
                  <row Id="7" />
                  <row Id="8" Body="cut
                """);

        assertThat(rows).extracting(row -> row.text("Id")).containsExactly("1", "3", "7");
        assertThat(malformed).hasValue(5);
    }

    @Test
    void a_row_may_stand_on_several_lines() throws IOException {
        read("""
                <posts>
                  <row Id="1"
                       Title="two lines" />
                  <row Id="2" />
                </posts>
                """);

        assertThat(rows).extracting(row -> row.text("Id")).containsExactly("1", "2");
        assertThat(rows.getFirst().text("Title")).isEqualTo("two lines");
    }

    @Test
    void rows_are_counted_beforehand_for_the_progress() throws IOException {
        Path file = read("<posts>\n  <row Id=\"1\" />\n  <row\n Id=\"2\" />\n  <row Id=\"3\" broken\n</posts>\n");

        assertThat(new DumpFile(file).rows()).isEqualTo(3);
        assertThat(rows.size() + malformed.get()).isEqualTo(3);
    }

    @Test
    void a_file_that_is_not_there_has_no_rows() throws IOException {
        new DumpFile(folder.resolve("Absent.xml")).forEach(rows::add, malformed::incrementAndGet);

        assertThat(rows).isEmpty();
        assertThat(new DumpFile(folder.resolve("Absent.xml")).rows()).isZero();
    }

    private Path read(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("Posts.xml"), content);
        new DumpFile(file).forEach(rows::add, malformed::incrementAndGet);
        return file;
    }
}
