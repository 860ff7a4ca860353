/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriUtils;

/**
 * What every request must keep to before anything is made of it: parameters and headers are text, few enough, and a body
 * is of one type. The rest of the application may then read them without a thought.
 */
public final class RequestRules {

    /** More than any endpoint takes. */
    private static final int MOST_PARAMETERS = 1_000;

    /** Of the browser's own making, and nothing is decided by them: what is no text in them is as good as not there. */
    private static final Set<String> IGNORED = Set.of("accept-language", "cookie", "referer", "user-agent");

    /** With two of one, one reader would go by the first and another by the last. */
    private static final List<String> GIVEN_ONCE = List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE);

    private static final Pattern KEY = Pattern.compile(Creations.KEY);

    private RequestRules() {}

    /** Why the request is to be refused: 400, or 415 or 406 for its media types, or 505; null when there is nothing against it. */
    public static @Nullable ProblemException fault(HttpServletRequest request) {
        ProblemException fault = faultInProtocol(request.getProtocol());
        if (fault == null) {
            fault = faultInHeaders(request);
        }
        if (fault == null) {
            fault = faultInIdempotencyKey(Collections.list(request.getHeaders(Creations.HEADER)));
        }
        if (fault == null) {
            fault = faultInContentEncoding(request.getHeader(HttpHeaders.CONTENT_ENCODING));
        }
        if (fault == null) {
            fault = faultInContentType(request.getContentType(), request.getCharacterEncoding());
        }
        if (fault == null) {
            fault = faultInAccept(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        }
        return fault == null ? faultInQuery(request.getQueryString()) : fault;
    }

    /** Whether a header of that name and value may be passed over; its value is no text. */
    static boolean isPassedOver(String name, @Nullable String value) {
        return value != null && !isText(value) && IGNORED.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Before 1.0 there were no headers, and an answer without them is read as whatever it looks like. */
    private static @Nullable ProblemException faultInProtocol(@Nullable String protocol) {
        return protocol == null || protocol.isEmpty()
                ? new ProblemException(
                        HttpStatus.HTTP_VERSION_NOT_SUPPORTED,
                        ProblemDetails.nameOf(HttpStatus.HTTP_VERSION_NOT_SUPPORTED),
                        "HTTP version not supported",
                        "Requests are taken in HTTP 1.1 and 1.0",
                        List.of())
                : null;
    }

    /** Nothing here decodes one: what is read would not be what was sent. */
    private static @Nullable ProblemException faultInContentEncoding(@Nullable String encoding) {
        return encoding == null || encoding.isEmpty() || encoding.equalsIgnoreCase("identity")
                ? null
                : Problems.unsupported(
                        HttpHeaders.CONTENT_ENCODING, "A body is taken as it is, without a Content-Encoding");
    }

    private static @Nullable ProblemException faultInHeaders(HttpServletRequest request) {
        for (Enumeration<String> names = request.getHeaderNames(); names.hasMoreElements(); ) {
            String name = names.nextElement();
            if (!isText(name)) {
                return Problems.malformed("headers", "characters", "The name of a header has signs that are no text");
            }
            for (Enumeration<String> values = request.getHeaders(name); values.hasMoreElements(); ) {
                String value = values.nextElement();
                if (!isText(value) && !isPassedOver(name, value)) {
                    return Problems.malformed(
                            name, "characters", "%s must be visible ASCII characters and spaces".formatted(name));
                }
            }
        }
        return GIVEN_ONCE.stream()
                .filter(name -> Collections.list(request.getHeaders(name)).size() > 1)
                .findFirst()
                .map(name -> Problems.malformed(name, "count", "%s must be given once".formatted(name)))
                .orElse(null);
    }

    /** Where a handler has no use for one, too: a key that is passed over once would be refused the next time. */
    private static @Nullable ProblemException faultInIdempotencyKey(List<String> keys) {
        return keys.isEmpty()
                        || (keys.size() == 1 && KEY.matcher(keys.getFirst()).matches())
                ? null
                : Problems.malformed(
                        Creations.HEADER,
                        "format",
                        "Idempotency-Key must be 1 to 128 visible ASCII characters, given once");
    }

    private static @Nullable ProblemException faultInContentType(
            @Nullable String contentType, @Nullable String charset) {
        if (contentType == null) {
            return null;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            if (!type.isWildcardType() && !type.isWildcardSubtype() && isKnown(charset)) {
                return null;
            }
        } catch (InvalidMediaTypeException e) {
            // The same answer as to a type that stands for many.
        }
        return Problems.unsupported(HttpHeaders.CONTENT_TYPE, "Content-Type must name one media type");
    }

    /** As the server reads it: addresses are decoded with it, too. */
    private static boolean isKnown(@Nullable String charset) {
        try {
            return charset == null || Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private static @Nullable ProblemException faultInAccept(List<String> accept) {
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            return wanted.isEmpty() || wanted.stream().anyMatch(RequestRules::isInOurCharset)
                    ? null
                    : Problems.notAcceptable("Answers are in UTF-8");
        } catch (InvalidMediaTypeException e) {
            return Problems.notAcceptable("Accept must be a list of media types");
        }
    }

    /** Whether an answer in UTF-8 is one of that type. */
    static boolean isInOurCharset(MediaType wanted) {
        return wanted.getCharset() == null || wanted.getCharset().equals(StandardCharsets.UTF_8);
    }

    private static @Nullable ProblemException faultInQuery(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return null;
        }
        String[] parameters = query.split("&", MOST_PARAMETERS + 1);
        if (parameters.length > MOST_PARAMETERS) {
            return Problems.malformed(
                    "query", "count", "A request has at most %d parameters".formatted(MOST_PARAMETERS));
        }
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            String encodedName = equals < 0 ? parameter : parameter.substring(0, equals);
            @Nullable String name = decoded(encodedName);
            if (name == null || (name.isEmpty() && equals >= 0) || !isPrintable(name)) {
                return Problems.malformed("query", "encoding", "The name of a parameter must be text in UTF-8");
            }
            @Nullable String value = equals < 0 ? "" : decoded(parameter.substring(equals + 1));
            if (value == null) {
                return Problems.malformed(name, "encoding", "%s must be percent-encoded UTF-8".formatted(name));
            }
            if (!isPrintable(value)) {
                return Problems.malformed(name, "characters", "%s must have no control characters".formatted(name));
            }
        }
        return null;
    }

    /** Null when it is not the percent-encoding of text in UTF-8. */
    private static @Nullable String decoded(String encoded) {
        try {
            byte[] bytes = UriUtils.decode(encoded, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null;
        }
    }

    /** Line ends and tabs may stand in a parameter. */
    private static boolean isPrintable(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }

    private static boolean isText(String header) {
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if ((c < ' ' && c != '\t') || c > '~') {
                return false;
            }
        }
        return true;
    }
}
