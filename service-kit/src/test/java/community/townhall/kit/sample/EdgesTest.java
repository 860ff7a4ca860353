/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.kit.test.OddHeads;
import community.townhall.kit.test.RawHttp;
import community.townhall.kit.test.RawHttp.Answer;
import community.townhall.kit.test.ServiceTest;
import community.townhall.kit.test.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** No request is answered with 500, whatever its bytes: a service at its own port, with nothing before it. */
@ServiceTest
@TestPropertySource(
        properties = {
            "spring.application.name=sample-service",
            "townhall.service=sample",
            "townhall.messaging.longest-pause=200ms",
            "spring.config.import=classpath:townhall-kit.yml"
        })
class EdgesTest {

    private static final String NAME = "{\"name\":\"%s\"}";

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Autowired
    MeterRegistry meters;

    static Stream<Arguments> queries() {
        return Stream.of(
                Arguments.of("x=%", 400),
                Arguments.of("x=%f", 400),
                Arguments.of("x=%zz", 400),
                Arguments.of("x=%ff", 400),
                Arguments.of("x=%C0%80", 400),
                Arguments.of("x=%ED%A0%80", 400),
                Arguments.of("%ff=1", 400),
                Arguments.of("%1D=1", 400),
                Arguments.of("%85=1", 400),
                Arguments.of("x=%00", 400),
                Arguments.of("=1", 400),
                Arguments.of("x=%E4%B8%AD&&y", 200),
                Arguments.of("x=1&".repeat(1001), 400),
                Arguments.of("x=%0A%F0%9F%98%80", 200));
    }

    @ParameterizedTest(name = "?{0} is {1}")
    @MethodSource("queries")
    void a_query_is_text_in_utf_8(String query, int status) {
        assertProblemUnlessFine(get("/api/sample/open?" + query, ""), status);
    }

    @ParameterizedTest(name = "{0} is {2}")
    @CsvSource({
        "Idempotency-Key, \u0085, 400",
        "Idempotency-Key, k\u00e9y, 400",
        "Idempotency-Key, a key, 400",
        "Idempotency-Key, '', 400",
        "Idempotency-Key, key/1, 200",
        "X-Correlation-Id, \u0093abcdefgh, 400",
        "Last-Event-ID, \u00e4\u00b8\u00ad, 400",
        "Authorization, Bearer \u0080, 400",
        "Accept-Language, zh\u0080, 200",
        "User-Agent, \u00e6\u0096\u0087, 200",
        "Cookie, a=\u00e6\u0096\u0087, 200",
        "Content-Type, */*, 415",
        "Content-Type, text/*, 415",
        "Content-Type, nonsense, 415",
        "Accept, nonsense, 406",
        "Accept, application/xml, 406",
        "Accept, application/*, 200",
        "Accept, application/json;charset=utf-8, 200",
        "Accept, application/json;charset=utf-16, 406",
        "Accept, application/json;charset=nonsense, 406",
        "Accept, 'application/json;charset=utf-16, application/json;q=0.5', 200",
        "Accept, application/json;q=0, 406",
        "Accept, */*;q=0, 406",
        "Accept, application/*;q=0.000, 406",
        "Accept, 'application/xml;q=1, */*;q=0', 406",
        "Accept, 'application/json;q=0, */*', 406",
        "Accept, 'application/*;q=0, */*;q=1', 406",
        "Accept, '*/*;q=0, application/json;q=0.1', 200",
        "Accept, 'application/xml;q=0, */*;q=0.1', 200",
        "Accept, 'application/json;q=0, application/json', 200"
    })
    void a_header_is_text_or_named(String name, String value, int status) {
        Answer answer = get("/api/sample/open", "%s: %s\r\n".formatted(name, value));

        assertProblemUnlessFine(answer, status);
        if (status == 400) {
            assertThat(answer.body()).contains("\"field\":\"" + name + "\"");
        }
    }

    static Stream<String> oddHeads() {
        return OddHeads.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddHeads")
    @ExtendWith(OutputCaptureExtension.class)
    void no_head_is_a_fault_of_the_service(String headers, CapturedOutput log) {
        for (String line : List.of(
                "GET /api/sample/open",
                "POST /api/sample/topics",
                "GET /api/sample/things/a?limit=5&limit=6",
                "GET /api/sample/nowhere",
                "OPTIONS /api/sample/open")) {
            assertNoFault(send("%s HTTP/1.1\r\nHost: x\r\n%s\r\n".formatted(line, headers)));
        }
        assertNoFault(new RawHttp(managementPort)
                .send("GET /actuator/info HTTP/1.1\r\nHost: x\r\n%s\r\n".formatted(headers)));
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    private static void assertNoFault(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 499);
        if (answer.status() >= 400) {
            assertProblemUnlessFine(answer, answer.status());
        }
    }

    @Test
    void a_browser_may_list_as_many_languages_as_a_head_holds() {
        assertProblemUnlessFine(get("/api/sample/open", OddHeads.languages(11)), 200);
        assertProblemUnlessFine(get("/api/sample/open", "Accept-Language: en\r\n".repeat(11)), 200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Idempotency-Key, one, two",
        "Idempotency-Key, one, one",
        "Authorization, Bearer a, Bearer b",
        "Content-Type, application/json, text/plain"
    })
    void a_header_that_says_one_thing_is_given_once(String name, String one, String other) {
        Answer answer = get("/api/sample/open", "%1$s: %2$s\r\n%1$s: %3$s\r\n".formatted(name, one, other));

        assertProblemUnlessFine(answer, 400);
        assertThat(answer.body()).contains("\"field\":\"" + name + "\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"limit=5&limit=6, limit", "limit=5&limit=5, limit", "like=a&like=b, like"})
    void so_is_a_parameter_that_is_no_list(String query, String name) {
        Answer answer = get("/api/sample/things/a?" + query, "");

        assertProblemUnlessFine(answer, 400);
        assertThat(answer.body()).contains("\"field\":\"" + name + "\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"QUERY, 405", "TRACE, 405", "PROPFIND, 405", "DELETE, 405", "OPTIONS, 200"})
    void a_method_that_a_handler_does_not_know_is_405_and_says_which_it_does(String method, int status) {
        Answer answer = send(method + " /api/sample/open HTTP/1.1\r\nHost: x\r\n\r\n");

        assertProblemUnlessFine(answer, status);
        assertThat(answer.header("Allow")).contains("GET");
        assertThat(answer.body()).doesNotContain("Host: x"); // TRACE is not carried out all the same
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "/api/sample/open, GET, 200",
        "/api/sample/open, PUT, 200",
        "/api/sample/topics, POST, 200",
        "/api/sample/nowhere, GET, 404"
    })
    void who_asks_for_another_site_is_told_the_same(String path, String method, int status) {
        String options = "OPTIONS %s HTTP/1.1\r\nHost: x\r\n".formatted(path);
        Answer plain = send(options + "\r\n");

        Answer preflight = send(
                options + "Origin: https://x.example\r\nAccess-Control-Request-Method: %s\r\n\r\n".formatted(method));

        assertProblemUnlessFine(preflight, status);
        assertThat(preflight.header("Allow")).isEqualTo(plain.header("Allow"));
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void an_address_that_is_spelt_out_is_itself_for_every_method() {
        Answer answer = send("DELETE /api/sample/things/mine HTTP/1.1\r\nHost: x\r\n\r\n");

        assertProblemUnlessFine(answer, 405);
        assertThat(answer.header("Allow")).contains("GET").doesNotContain("DELETE");
        assertThat(send("DELETE /api/sample/things/yours HTTP/1.1\r\nHost: x\r\n\r\n")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/api/sample/things/%C2%84, 400",
        "/api/sample/things/%20, 400",
        "/api/sample/things/c%23, 200",
        "/api/sample/things/.net, 200",
        "/api/sample/things/%E9%87%8F%E5%AD%90, 200",
        "/api/sample/things/a?limit=, 400",
        "/api/sample/things/a?limit=5, 200",
        "/api/sample/things/a?limit=-5, 200",
        "/api/sample/things/a?limit=0, 200",
        "/api/sample/things/a?limit=0x10, 400",
        "/api/sample/things/a?limit=010, 400",
        "/api/sample/things/a?limit=%2B5, 400",
        "/api/sample/things/a?limit=+5, 400",
        "/api/sample/things/a?limit=%205, 400",
        "/api/sample/things/a?limit=5%0A, 400",
        "/api/sample/things/a?limit=%23a, 400",
        "/api/sample/things/a?limit=5.0, 400",
        "/api/sample/things/a?limit=%D9%A5, 400",
        "/api/sample/things/a?limit=%EF%BC%95, 400",
        "/api/sample/things/a?limit=2147483648, 400",
        "/api/sample/things/a?limit=0x10&limit=5, 400",
        "/api/sample/things/a?with=%C3%82, 400",
        "/api/sample/things/a?with=, 400",
        "'/api/sample/things/a?with=a,b', 200",
        "/api/sample/things/a?with=a&with=b, 200"
    })
    void an_id_or_a_number_has_the_form_that_documents_state(String address, int status) {
        Answer answer = get(address, "");

        assertProblemUnlessFine(answer, status);
        if (status >= 400 && address.contains("limit")) {
            assertThat(answer.body()).contains("\"field\":\"limit\"");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/api/sample/%2e%2e/open, 400",
        "/api/sample//open, 400",
        "/api/sample/a;b=c, 400",
        "/api/sample/nowhere, 404",
        "/api/sample/a%2fb, 400",
        "/api/sample/%00, 400",
        "/api/sample/%ff, 400",
        "/api/sample/a|b, 400",
        "/error, 404"
    })
    void an_address_that_is_none_is_a_problem_detail(String path, int status) {
        assertProblemUnlessFine(get(path, ""), status);
    }

    @Test
    void what_is_no_http_or_too_long_is_a_problem_detail() {
        assertProblemUnlessFine(send("GET /api/sample/open HTTP/9.9\r\nHost: x\r\n\r\n"), 505);
        assertProblemUnlessFine(send("GET /api/sample/open HTTP/1.1\r\nHost: x y\r\n\r\n"), 400);
        assertProblemUnlessFine(get("/api/sample/open", "X: %s\r\n".formatted("a".repeat(100_000))), 400);
        assertProblemUnlessFine(get("/api/sample/open", "A: b\r\n".repeat(500)), 400);
        assertProblemUnlessFine(get("/api/sample/open?" + "a".repeat(9_000), ""), 400);
        assertProblemUnlessFine(get("ftp://x/api/sample/nowhere", ""), 400);
        assertProblemUnlessFine(get("http://x/api/sample/nowhere", ""), 404);
    }

    static Stream<Arguments> oddRequests() {
        String host = "Host: x\r\n";
        return Stream.of(
                Arguments.of(200, "OPTIONS * HTTP/1.1\r\n" + host),
                Arguments.of(400, "GET * HTTP/1.1\r\n" + host),
                Arguments.of(400, "GET x:80 HTTP/1.1\r\n" + host),
                Arguments.of(400, "GET http://y/ HTTP/1.1\r\n" + host),
                Arguments.of(400, "GET /caf\u00e9 HTTP/1.1\r\n" + host),
                Arguments.of(400, "GET // HTTP/1.1\r\n" + host),
                Arguments.of(501, "CONNECT x:443 HTTP/1.1\r\n" + host),
                Arguments.of(405, "TRACE / HTTP/1.1\r\n" + host),
                Arguments.of(400, "GET / http/1.1\r\n" + host),
                Arguments.of(505, "GET / HTTP/1.2\r\n" + host),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\n" + host + "X y: a\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\n" + host + "Xy : a\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\n" + host + "Xy\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\n X: a\r\n" + host),
                Arguments.of(400, "GET / HTTP/1.1\r\n" + host + "X: a\u0001\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\n" + host + "A: b\r\n".repeat(20_000)),
                Arguments.of(400, "POST / HTTP/1.1\r\n" + host + "Content-Length: -1\r\n"),
                Arguments.of(501, "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: identity\r\n"),
                Arguments.of(417, "POST / HTTP/1.1\r\n" + host + "Expect: magic\r\nContent-Length: 2\r\n"),
                Arguments.of(400, "\u0016\u0003\u0001\u0002\u0000\u0001"));
    }

    @ParameterizedTest(name = "{0} for {1}")
    @MethodSource("oddRequests")
    void what_the_server_answers_by_itself_is_like_every_other_answer(int status, String request) {
        assertProblemUnlessFine(send(request + "\r\n"), status);
        assertProblemUnlessFine(new RawHttp(managementPort).send(request + "\r\n"), status);
    }

    @Test
    void a_request_from_before_there_were_headers_is_not_carried_out() {
        assertThat(new RawHttp(port).bytesAfter("GET /api/sample/open\r\n")).contains("\"status\":505");
        assertThat(new RawHttp(port).bytesAfter("GET  HTTP/1.1\r\n")).doesNotContain("<html");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"gzip, 415", "br, 415", "'gzip, gzip', 415", "identity, 200"})
    void a_body_is_taken_as_it_is_and_not_decoded(String encoding, int status) {
        byte[] body = NAME.formatted("abc").getBytes(StandardCharsets.UTF_8);

        Answer answer = send(
                "POST", "/api/sample/topics", "Content-Encoding: %s\r\n".formatted(encoding), body, "application/json");

        assertProblemUnlessFine(answer, status);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void who_goes_away_amid_an_answer_is_no_fault(CapturedOutput log) {
        new RawHttp(port).askAndGo("GET /api/sample/large HTTP/1.1\r\nHost: x\r\n\r\n");

        await().until(() -> meters.find("http.server.requests")
                        .tag("uri", "/api/sample/large")
                        .timer()
                != null);
        assertThat(log.getAll()).doesNotContain("NotWritable", "ClientAbort", "Connection reset");
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("{\"name\":\"a\\u0000bc\"}", 422, "name"),
                Arguments.of("{\"name\":\"a\\u0007bc\"}", 422, "name"),
                Arguments.of("{\"name\":\"abc\\ud800\"}", 422, "name"),
                Arguments.of("{\"name\":\"abc\\ud83d\\ude00\"}", 200, ""),
                Arguments.of("{\"name\":\"%s\"}".formatted("\ud83d\ude00".repeat(10)), 200, ""),
                Arguments.of("{\"name\":\"%s\"}".formatted("\ud83d\ude00".repeat(11)), 400, "name"),
                Arguments.of("{\"name\":\"%s\"}".formatted("\ud83d\ude00".repeat(2)), 400, "name"),
                Arguments.of("{\"name\":\"abc\",\"parentId\":\"a-1.b~\u91cf\"}", 200, ""),
                Arguments.of("{\"name\":\"abc\",\"parentId\":\"\"}", 400, "parentId"),
                Arguments.of("{\"name\":\"abc\",\"parentId\":\"a/b\"}", 400, "parentId"),
                Arguments.of("{\"name\":\"abc\",\"parentId\":\"a b\"}", 400, "parentId"),
                Arguments.of("{\"name\":\"abc\",\"parentId\":\"%s\"}".formatted("a".repeat(301)), 400, "parentId"),
                Arguments.of("{\"name\":\"abc\",\"about\":[\"a\",\"b\"]}", 200, ""),
                Arguments.of("{\"name\":\"abc\",\"about\":[\"a\",\"\u2028\"]}", 400, "about[1]"),
                Arguments.of("{\"name\":\"abc\",\"about\":[\"a\",\"b\",\"c\"]}", 400, "about"),
                Arguments.of("{\"name\":123}", 400, "name"),
                Arguments.of("{\"name\":true}", 400, "name"),
                Arguments.of("{\"name\":[\"abc\"]}", 400, "name"),
                Arguments.of("{\"name\":\"abc\",\"name\":\"abd\"}", 400, "body"),
                Arguments.of("{\"name\":\"abc\",\"rank\":1.5}", 400, "rank"),
                Arguments.of("{\"name\":\"abc\",\"rank\":-7.0}", 200, ""),
                Arguments.of("{\"name\":\"abc\",\"rank\":1e3}", 200, ""),
                Arguments.of("{\"name\":\"abc\",\"rank\":null}", 200, ""),
                Arguments.of("{\"name\":\"abc\",\"rank\":2147483648.0}", 400, "rank"),
                Arguments.of("{\"name\":\"abc\",\"rank\":1e999999999}", 400, "rank"),
                Arguments.of("{\"name\":\"abc\",\"rank\":1e400}", 400, "rank"),
                Arguments.of("{\"name\":\"abc\",\"rank\":-1e-400}", 400, "rank"),
                Arguments.of("{\"name\":\"abc\",\"rank\":" + "9".repeat(60) + "}", 400, "rank"),
                Arguments.of("{\"name\":\"abc\",\"rank\":NaN}", 400, "body"),
                Arguments.of("{\"name\":\"abc\",\"rank\":\"1\"}", 400, "rank"),
                Arguments.of("{\"name\":\"abc\",\"rank\":true}", 400, "rank"),
                Arguments.of("{\"name\":\"abc\",\"rank\":" + "9".repeat(200) + "}", 400, "body"),
                Arguments.of("{\"name\":\"abc\",\"kind\":0}", 400, "kind"),
                Arguments.of("{\"name\":\"abc\",\"kind\":\"0\"}", 400, "kind"),
                Arguments.of("{\"name\":\"abc\",\"kind\":\"\"}", 400, "kind"),
                Arguments.of("{\"name\":\"abc\",\"at\":0}", 400, "at"),
                Arguments.of("{\"name\":\"abc\",\"at\":\"yesterday\"}", 400, "at"),
                Arguments.of("{\"name\":\"abc\",\"at\":\"+292278995-01-01T00:00:00Z\"}", 422, "at"),
                Arguments.of("{\"name\":\"abc\",\"at\":\"-1000000000-01-01T00:00:00Z\"}", 422, "at"),
                Arguments.of("{\"name\":\"abc\",\"at\":\"2026-01-31T12:00:00+01:00\"}", 200, ""),
                Arguments.of("{\"name\":\"abc\",\"at\":\"2026-01-31t12:00:00.1234567890123-23:59\"}", 200, ""),
                Arguments.of("{\"name\":\"abc\",\"at\":\"2026-01-31T12:00:00+24:00\"}", 400, "at"),
                Arguments.of("{\"name\":\"abc\",\"at\":\"2026-01-31T12:00:001Z\"}", 400, "at"),
                Arguments.of("{\"name\":\"abc\",\"at\":\"2026-01-31T12:00:00\"}", 400, "at"),
                Arguments.of("{\"name\":\"abc\",\"unheard\":1}", 400, "unheard"),
                Arguments.of("{\"name\":\"abc\",\"Name\":null}", 400, "Name"),
                Arguments.of("{\"name\":\"abc\"} {}", 400, "body"),
                Arguments.of("[\"abc\"]", 400, "body"),
                Arguments.of("\"abc\"", 400, "body"),
                Arguments.of("null", 400, "body"),
                Arguments.of("[".repeat(10_000) + "]".repeat(10_000), 400, "body"),
                Arguments.of("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), 400, "body"),
                Arguments.of("{\"" + "a".repeat(60_000) + "\":1}", 400, "body"),
                Arguments.of("{\"name\":\"abc\",\"x\":" + "1".repeat(1_500) + "}", 400, "body"),
                Arguments.of("", 400, "body"),
                Arguments.of("{\"name\":\"abc\",\"x\":" + "[".repeat(60) + "]".repeat(60) + "}", 400, "body"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("bodies")
    void a_body_means_what_it_says(String body, int status, String field) {
        Answer answer = post(body.getBytes(StandardCharsets.UTF_8), "application/json");

        assertProblemUnlessFine(answer, status);
        if (status >= 400) {
            assertThat(answer.body())
                    .contains("\"field\":\"" + field + "\"")
                    .doesNotContain("community.townhall", "Constraints", "Exception");
        }
    }

    @Test
    void a_body_is_utf_8_and_no_other_encoding() {
        byte[] overlong = NAME.formatted("abcXY").getBytes(StandardCharsets.ISO_8859_1);
        int x = NAME.formatted("abcXY").indexOf('X');
        overlong[x] = (byte) 0xC0;
        overlong[x + 1] = (byte) 0x80;

        assertProblemUnlessFine(post(overlong, "application/json"), 400);
        assertProblemUnlessFine(
                post(NAME.formatted("abc").getBytes(StandardCharsets.UTF_16BE), "application/json"), 400);
        assertProblemUnlessFine(
                post(NAME.formatted("abc\u00e9").getBytes(StandardCharsets.ISO_8859_1), "application/json"), 400);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"application/yaml", "application/x-yaml", "application/xml", "text/plain", "application/cbor"})
    void a_body_is_json_and_no_other_format(String type) {
        assertProblemUnlessFine(post("name: abc".getBytes(StandardCharsets.UTF_8), type), 415);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void a_form_is_none_however_it_is_encoded(String method) {
        byte[] form = "%=%&a=%ff&%00=%00&x".getBytes(StandardCharsets.US_ASCII);

        Answer answer = send(method, "/api/sample/topics", "", form, "application/x-www-form-urlencoded");

        assertProblemUnlessFine(answer, method.equals("POST") ? 415 : 405);
    }

    static Stream<String> chunks() {
        return Stream.of(
                "zz\r\n{}\r\n0\r\n\r\n",
                "-2\r\n{}\r\n0\r\n\r\n",
                "ffffffffffffffff\r\n{}\r\n",
                "2\r\n{}0\r\n\r\n",
                "2\n{}\n0\n\n",
                "2;%s\r\n{}\r\n0\r\n\r\n".formatted("a".repeat(20_000)),
                "2\r\n{}\r\n0\r\nX: %s\r\n\r\n".formatted("a".repeat(20_000)),
                "2\r\n{}\r\n0\r\n\u0000bad\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("chunks")
    void chunks_that_are_none_are_a_problem_detail(String chunks) {
        assertProblemUnlessFine(
                send("POST /api/sample/topics HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + chunks),
                400);
    }

    @Test
    void a_body_over_the_bound_is_413_whether_it_says_its_length_or_not() {
        String head = "POST /api/sample/topics HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

        assertProblemUnlessFine(send(head + "Content-Length: 30000000\r\n\r\n{\"name\":\""), 413);
        assertProblemUnlessFine(
                send(head + "Transfer-Encoding: chunked\r\n\r\n"
                        + ("10000\r\n" + "a".repeat(0x10000) + "\r\n").repeat(13) + "0\r\n\r\n"),
                413);
    }

    /** That it never ends is not found out by reading on. */
    @Test
    void a_body_without_an_end_is_not_listened_to() {
        String head = " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

        assertProblemUnlessFine(new RawHttp(port).sendWithoutEnd("POST /api/sample/topics" + head), 413);
        assertProblemUnlessFine(new RawHttp(port).sendWithoutEnd("PUT /api/sample/nowhere" + head), 413);
        assertProblemUnlessFine(new RawHttp(managementPort).sendWithoutEnd("POST /actuator/health" + head), 413);
    }

    @Test
    void where_nothing_is_that_is_said_in_plain_words() {
        Answer answer = get("/api/sample/nothing/here", "");

        assertProblemUnlessFine(answer, 404);
        assertThat(answer.body()).contains("There is nothing at this address").doesNotContain("resource");
    }

    @Test
    void and_a_list_may_be_given_in_parts() {
        assertProblemUnlessFine(get("/api/sample/things/a?with=a&with=b", ""), 200);
    }

    @Test
    void what_is_wanted_as_something_else_has_not_happened() {
        int before = SampleServiceTest.SampleController.CREATED.get();
        byte[] body = NAME.formatted("abc").getBytes(StandardCharsets.UTF_8);

        for (String accept : List.of(
                "application/xml",
                "application/yaml",
                "application/json;charset=utf-16",
                "application/json;q=0",
                "application/xml;q=1, */*;q=0")) {
            assertProblemUnlessFine(
                    send("POST", "/api/sample/topics", "Accept: %s\r\n".formatted(accept), body, "application/json"),
                    406);
        }

        assertThat(SampleServiceTest.SampleController.CREATED.get()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "POST, /actuator/loggers/ROOT",
        "POST, /actuator/shutdown",
        "POST, /actuator/env",
        "GET, /actuator/env",
        "GET, /actuator/heapdump",
        "DELETE, /actuator/metrics"
    })
    void the_management_port_changes_nothing_and_tells_no_secrets(String method, String path) {
        Answer answer = new RawHttp(managementPort)
                .send("%s %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
                        .formatted(method, path));

        assertThat(answer.status()).isIn(401, 404, 405);
    }

    private static void assertProblemUnlessFine(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        if (status >= 400) {
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.body()).containsOnlyOnce("\"status\":" + status);
        }
    }

    private Answer get(String address, String headers) {
        return send("GET %s HTTP/1.1\r\nHost: x\r\n%s\r\n".formatted(address, headers));
    }

    private Answer post(byte[] body, String type) {
        return send("POST", "/api/sample/topics", "", body, type);
    }

    private Answer send(String method, String path, String headers, byte[] body, String type) {
        String head =
                "%s %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n%sContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                        .formatted(method, path, TestTokens.member("ada"), headers, type, body.length);
        return new RawHttp(port).send(head, body);
    }

    private Answer send(String request) {
        return new RawHttp(port).send(request);
    }
}
