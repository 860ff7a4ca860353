/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.routing.web;

import community.townhall.gateway.RequestedPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.apache.coyote.CloseNowException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Asks a service and passes its answer on. The framework's own would read an answer to its end before it lets go of the
 * connection, also when the browser has gone: an endless answer then kept its connection for ever.
 *
 * <p>The beginning of an answer, which is the whole of most, is read before any of it is passed on: a service that dies
 * within it has not answered. One that dies later leaves an answer that breaks off.
 */
final class ServiceExchange implements ProxyExchange {

    private static final Logger log = LoggerFactory.getLogger(ServiceExchange.class);
    private static final int CHUNK = 8 * 1024;
    private static final int BEGINNING = 32 * 1024;

    private final ServiceClients clients;
    private final Turns turns;
    private final SharedAnswers shared;

    ServiceExchange(ServiceClients clients, Turns turns, SharedAnswers shared) {
        this.clients = clients;
        this.turns = turns;
        this.shared = shared;
    }

    @Override
    public ServerResponse exchange(Request request) {
        var servlet = request.getServerRequest().servletRequest();
        String path = RequestedPath.of(servlet);
        Turns.Turn turn;
        try {
            turn = turns.take(servlet, path);
        } catch (IOException refused) {
            throw new ResourceAccessException("Not asked", refused);
        }
        try {
            HttpUriRequestBase call = toService(request);
            long askedAt = System.nanoTime();
            ClassicHttpResponse answer = clients.ask(call, path);
            int beginning = SharedAnswers.mayKeep(answer) ? SharedAnswers.LONGEST : BEGINNING;
            Body body = Body.begun(call, answer, path.equals(Routes.STREAM), beginning);
            ServerResponse response = GatewayServerResponse.status(HttpStatusCode.valueOf(answer.getCode()))
                    .build((asked, answered) -> {
                        try (turn;
                                answer) {
                            body.passOn(answered.getOutputStream());
                        }
                        return null;
                    });
            Answer headers = new Answer(answer);
            request.getResponseConsumers().forEach(consumer -> consumer.accept(headers, response));
            if (body.rest() == null) {
                shared.keep(request.getServerRequest(), headers.getHeaders(), response, body.beginning(), askedAt);
            }
            return response;
        } catch (IOException failure) {
            turn.close();
            throw new ResourceAccessException("No answer", failure);
        } catch (RuntimeException failure) {
            turn.close();
            throw failure;
        }
    }

    private static HttpUriRequestBase toService(Request request) throws IOException {
        HttpUriRequestBase call = new HttpUriRequestBase(
                request.getMethod().name(), Objects.requireNonNull(request.getUri(), "No route's address"));
        request.getHeaders().forEach((name, values) -> {
            if (!isOfTheConnection(name)) {
                values.forEach(value -> call.addHeader(name, value));
            }
        });
        byte[] body =
                request.getServerRequest().servletRequest().getInputStream().readAllBytes(); // it is here already
        @Nullable String type = request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        // What asks for options has nothing that anybody reads, and our client would refuse to send it.
        if ((body.length > 0 || type != null) && !request.getMethod().equals(HttpMethod.OPTIONS)) {
            call.setEntity(new ByteArrayEntity(body, type == null ? null : ContentType.parseLenient(type)));
        }
        return call;
    }

    /** The client says itself how it sends. */
    private static boolean isOfTheConnection(String name) {
        return name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)
                || name.equalsIgnoreCase(HttpHeaders.TRANSFER_ENCODING)
                || name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE);
    }

    /**
     * What a service answers with. When either end goes away, so does the connection to the other: closing alone would
     * read on to the end.
     *
     * @param rest what follows the beginning, if anything does
     * @param asItComes whether somebody waits for each part
     */
    private record Body(
            HttpUriRequestBase call,
            byte[] beginning,
            @Nullable InputStream rest,
            boolean asItComes) {

        static Body begun(HttpUriRequestBase call, ClassicHttpResponse answer, boolean asItComes, int most)
                throws IOException {
            @Nullable HttpEntity entity = answer.getEntity();
            if (entity == null) {
                return new Body(call, new byte[0], null, asItComes);
            }
            try {
                InputStream in = entity.getContent();
                byte[] beginning = asItComes ? new byte[0] : in.readNBytes(most);
                boolean whole = !asItComes && beginning.length < most;
                return new Body(call, beginning, whole ? null : in, asItComes);
            } catch (IOException | RuntimeException brokenOff) {
                call.cancel();
                throw brokenOff;
            }
        }

        void passOn(OutputStream out) throws IOException {
            boolean whole = false;
            try {
                out.write(beginning);
                if (rest != null) {
                    out.flush(); // from here on a failure can only break the answer off
                    pass(rest, out);
                }
                whole = true;
            } finally {
                if (!whole) {
                    call.cancel();
                }
            }
        }

        private void pass(InputStream in, OutputStream out) throws IOException {
            byte[] chunk = new byte[CHUNK];
            for (int count = read(in, chunk); count >= 0; count = read(in, chunk)) {
                out.write(chunk, 0, count);
                if (asItComes) {
                    out.flush();
                }
            }
        }

        /** The connection is all that can still say that the answer is not whole. */
        private int read(InputStream in, byte[] chunk) throws CloseNowException {
            try {
                return in.read(chunk);
            } catch (IOException brokenOff) {
                log.warn(
                        "The answer to {} {} broke off: {}",
                        call.getMethod(),
                        call.getRequestUri(),
                        brokenOff.toString());
                throw new CloseNowException("Broken off", brokenOff);
            }
        }
    }

    private static final class Answer implements Response {

        private final HttpStatusCode status;
        private final HttpHeaders headers = new HttpHeaders();

        Answer(ClassicHttpResponse answer) {
            this.status = HttpStatusCode.valueOf(answer.getCode());
            for (var header : answer.getHeaders()) {
                headers.add(header.getName(), header.getValue());
            }
        }

        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
