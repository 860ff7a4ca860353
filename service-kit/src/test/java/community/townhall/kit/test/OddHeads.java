/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Headers that servers and frameworks read where they are first asked for, and fail over there. */
public final class OddHeads {

    private OddHeads() {}

    /** A list of so many, the first of them Chinese. */
    public static String languages(int count) {
        return "Accept-Language: zh-CN,zh;q=0.9"
                + IntStream.range(2, count)
                        .mapToObj(i -> ",%c%c;q=0.%d".formatted('a' + i % 26, 'a' + i / 26, 1 + i % 8))
                        .collect(Collectors.joining())
                + "\r\n";
    }

    /** Each with its line ends. */
    public static Stream<String> all() {
        return Stream.of(
                languages(11),
                languages(500),
                String.join("", Collections.nCopies(11, "Accept-Language: en\r\n")),
                "Accept-Language: en;q=x, de;q=1.5.5, ;, *;q=, -, a-b-c-d-e-f-g\r\n",
                "Cookie: " + "a=b; ".repeat(201) + "\r\n",
                "Cookie: " + "a=b; ".repeat(1500) + "\r\n",
                "Cookie: a=b\r\n".repeat(90),
                "Cookie: =; ;=;\"; a=\"b; $Version=1; TOWNHALL_SESSION=%; XSRF-TOKEN=\"\r\n",
                "Content-Type: text/plain;charset=nonsense\r\n",
                "Content-Type: text/plain;charset=\r\n",
                "Content-Type: text/plain;charset=\"\r\n",
                "Content-Type: text/plain;x=\"charset=!\"\r\n",
                "Content-Type: multipart/form-data\r\n",
                "Content-Type:\r\n",
                "Content-Type: text/plain\r\nContent-Type: text/html\r\n",
                "Range: bytes=9-1\r\n",
                "Range: bytes=-\r\n",
                "Range: bytes=99999999999999999999-\r\n",
                "Range: bytes=" + "0-0,".repeat(500) + "\r\n",
                "Range: lines=1\r\nIf-Range: nonsense\r\n",
                "If-Modified-Since: yesterday\r\nIf-Unmodified-Since: tomorrow\r\n",
                "If-None-Match: \"\r\nIf-Match: ,\r\n",
                "Forwarded: for=;proto=;host=\"x:y\";=\r\n",
                "X-Forwarded-For: nobody, 1.2.3\r\nX-Forwarded-Proto: gopher\r\n",
                "X-Forwarded-Host: a b:c\r\nX-Forwarded-Port: many\r\nX-Forwarded-Prefix: //%\r\n",
                "Content-Length: 99999999999999999999\r\n",
                "Content-Length: +2\r\n",
                "Content-Length:\r\n",
                "Transfer-Encoding: chunked, chunked\r\n",
                "Origin: nonsense\r\n",
                "Origin: http://x:y\r\n",
                "Origin: http://[::1\r\n",
                "Origin: null\r\n",
                "Origin:\r\n",
                "Authorization: Basic !\r\n",
                "Authorization: Basic Og==\r\n",
                "Authorization: Bearer\r\n",
                "Authorization: Bearer a b\r\n",
                "Authorization: DPoP x\r\nDPoP: y\r\n",
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: x\r\n",
                "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: !\r\n",
                "Expect: 200-ok\r\n",
                "Accept-Encoding: gzip;q=x, ;, identity;q=0\r\nAccept-Charset: nonsense\r\n",
                "Accept:\r\n",
                "Accept: " + "a/b,".repeat(1500) + "\r\n",
                "traceparent: 00-0-0-0\r\ntracestate: =\r\nbaggage: =;\r\nb3: -\r\n",
                "Last-Event-ID: x\r\nMax-Forwards: x\r\nTE: ;\r\nTrailer: ,\r\nDate: x\r\n",
                "X-HTTP-Method-Override: nonsense\r\nX-Requested-With: x\r\nPriority: u=9\r\n",
                "Sec-Fetch-Site: x\r\nSec-Fetch-Mode: x\r\nReferer: http://[\r\nUser-Agent:\r\n");
    }
}
