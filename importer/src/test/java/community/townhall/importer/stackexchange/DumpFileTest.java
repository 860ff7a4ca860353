/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DumpFileTest {

    @TempDir
    Path folder;

    private final List<Row> rows = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

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
        assertThat(broken).isEmpty();
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
        assertThat(broken).hasSize(5).containsOnly("malformed XML");
    }

    @Test
    void an_attribute_of_another_namespace_is_none_of_the_row() throws IOException {
        read("<comments><row Id=\"1\" Text=\"ours\" xmlns:x=\"urn:x\" x:Text=\"theirs\" /></comments>");

        assertThat(rows.getFirst().text("Text")).isEqualTo("ours");
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
    void where_lines_end_means_nothing() throws IOException {
        read("<posts><row Id=\"1\"/><row\tId=\"2\" Body=\"a /&gt; b\"/>\r\n<row Id='3' Body='ends in />\n here'></row>"
                + "<row Id=\"4\" Body=\"a > b\"/></posts>");

        assertThat(rows).extracting(row -> row.text("Id")).containsExactly("1", "2", "3", "4");
        assertThat(broken).isEmpty();
    }

    @Test
    void what_is_no_row_is_named_and_what_is_commented_out_is_none() throws IOException {
        read("""
                <?xml version="1.0"?><!DOCTYPE posts [<!ELEMENT row EMPTY> <!ENTITY x "y">]>
                <posts site="a > b">
                  <!-- <row Id="0" /> --->
                  <![CDATA[<row Id="0" />]]>
                  <Row Id="1" /><rows Id="2" />
                  <row Id="3" />
                  <!-- <row Id="4" />
                """);

        assertThat(rows).extracting(row -> row.text("Id")).containsExactly("3");
        assertThat(broken)
                .containsExactly(
                        "an element that is no row", "an element that is no row", "a comment that does not end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-15", "GB18030"})
    void a_file_is_read_in_the_encoding_it_declares(String encoding) throws IOException {
        String text = encoding.startsWith("UTF") || encoding.equals("GB18030") ? "问题 é" : "caf\u00e9";
        String xml = "<?xml version=\"1.0\" encoding=\"%s\"?>\n<posts><row Id=\"1\" Body=\"%s\" /></posts>"
                .formatted(encoding, text);

        read(xml.getBytes(encoding));

        assertThat(rows).extracting(row -> row.text("Body")).containsExactly(text);
        assertThat(broken).isEmpty();
    }

    @Test
    void bytes_of_another_encoding_cost_their_row_and_say_so() throws IOException {
        read("<posts>\n<row Id=\"1\" Body=\"caf\u00e9\" />\n<row Id=\"2\" /></posts>".getBytes("ISO-8859-1"));

        assertThat(rows).extracting(row -> row.text("Id")).containsExactly("2");
        assertThat(broken).containsExactly("bytes that are not in the file's encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void a_byte_order_mark_outweighs_what_is_declared(String encoding) throws IOException {
        for (String declared : List.of("utf-8", "utf-16", "windows-1252", "nosuch")) {
            rows.clear();
            read(("\uFEFF<?xml version=\"1.0\" encoding=\"" + declared + "\"?><posts><row Body=\"问题\" /></posts>")
                    .getBytes(encoding));

            assertThat(rows).extracting(row -> row.text("Body")).as(declared).containsExactly("问题");
            assertThat(survey().faults()).as(declared).isEmpty();
        }
    }

    @Test
    void the_width_of_its_characters_outweighs_what_is_declared_too() throws IOException {
        read("<?xml version='1.0' encoding='utf-8'?><posts><row Body='é' /></posts>".getBytes("UTF-32LE"));
        read("<?xml version='1.0' encoding='UTF-16'?><posts><row Body='é' /></posts>".getBytes("UTF-8"));

        assertThat(rows).extracting(row -> row.text("Body")).containsExactly("é", "é");
    }

    /** What is wrong with a file as a whole, so that it may have cost rows that nobody can count. */
    static Stream<Arguments> faults() {
        String row = "<row Id=\"1\" />";
        return Stream.of(
                Arguments.of("", "is empty"),
                Arguments.of("\uFEFF \n", "is empty"),
                Arguments.of("7z\u00BC\u00AF", "has text outside its rows; holds no XML element"),
                Arguments.of("<?xml version=\"1.0\"?><!-- none -->", "holds no XML element"),
                Arguments.of("<posts>" + row, "ends before its end tag"),
                Arguments.of("<posts>" + row + "</post>", "ends before its end tag"),
                Arguments.of("<posts>" + row + "<row Id=\"2\" Body=\"cu", "ends before its end tag"),
                Arguments.of("<posts", "ends before its end tag"),
                Arguments.of("<posts>" + row + "</posts>\nrubbish", "has something behind its end tag"),
                Arguments.of(
                        "<posts>" + row + "</posts><posts>" + row + "</posts>", "has something behind its end tag"),
                Arguments.of("<posts>" + row + "\0\0\0</posts>", "holds NUL characters where others were"),
                Arguments.of("<posts><row Id=\"\0\" /></posts>", "holds NUL characters where others were"),
                Arguments.of("<posts>" + row + "rest of another\" /></posts>", "has text outside its rows"),
                Arguments.of("<posts><![CDATA[" + row + "]]></posts>", "has text outside its rows"),
                Arguments.of(row, "has no element around its rows; ends before its end tag"),
                Arguments.of("<votes>" + row + "</votes>", "holds <votes> where <posts> should be"),
                Arguments.of(
                        "<?xml version=\"1.0\" encoding=\"nosuch\"?><posts>" + row + "</posts>",
                        "declares an encoding that is not known here"),
                Arguments.of("<posts/>", ""),
                Arguments.of("<posts>" + row + "<row Id=\"4\" Body=\"a < b\" />" + row + "</posts><!-- end -->\n", ""));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_may_have_cost_rows_that_nobody_can_count_is_named(String content, String fault) throws IOException {
        Files.writeString(folder.resolve("Posts.xml"), content);

        assertThat(String.join("; ", survey().faults())).isEqualTo(fault);
    }

    @Test
    void what_is_no_file_or_not_there_is_named() throws IOException {
        assertThat(survey().faults()).containsExactly("is missing");

        Files.createDirectory(folder.resolve("Posts.xml"));

        assertThat(survey().faults()).containsExactly("is no file");
        assertThat(survey().usable()).isFalse();
    }

    @Test
    void what_may_not_be_read_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("Posts.xml"), "<posts/>");
        Files.setPosixFilePermissions(file, Set.of());
        assumeFalse(Files.isReadable(file), "who runs this may read everything");

        assertThat(survey().faults()).containsExactly("may not be read");
    }

    @Test
    void a_long_text_is_read_and_one_beyond_all_measure_costs_its_row_alone() throws IOException {
        String longText = "&lt;p&gt;x".repeat(100_000);
        read("<posts>\n<row Id=\"1\" Body=\"" + longText + "\" />\n<row Id=\"2\" Body=\""
                + "x".repeat(RowScanner.LONGEST_ROW) + "\" />\n<row Id=\"3\" /></posts>");

        assertThat(rows).extracting(row -> row.text("Id")).containsExactly("1", "3");
        assertThat(rows.getFirst().text("Body")).hasSize(400_000);
        assertThat(broken).containsExactly("longer than 4194304 characters");
    }

    @Test
    void rows_are_counted_beforehand_for_the_progress() throws IOException {
        read("<posts>\n  <row Id=\"1\" />\n  <row\n Id=\"2\" />\n  <row Id=\"3\" broken\n</posts>\n");

        assertThat(survey().rows()).isEqualTo(3);
        assertThat(rows.size() + broken.size()).isEqualTo(3);
    }

    private DumpFile.Survey survey() {
        return new DumpFile(folder.resolve("Posts.xml")).survey();
    }

    private void read(String content) throws IOException {
        read(content.getBytes(StandardCharsets.UTF_8));
    }

    private void read(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("Posts.xml"), content);
        new DumpFile(file).forEach(rows::add, reason -> broken.add(reason));
    }
}
