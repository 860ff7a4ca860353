/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.supervision;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Ready when the broker names at least one live broker, which it does once it is registered and unfenced. Speaks the
 * one request this takes by hand (Metadata version 1, see Kafka's protocol guide): a client library would cost the
 * supervisor more memory than all the rest of it.
 */
public record KafkaProbe(int port) implements Probe {

    private static final int TIMEOUT_MILLIS = 2000;
    private static final short METADATA = 3;
    private static final short VERSION = 1;
    private static final int CORRELATION_ID = 1;
    private static final short NO_CLIENT_ID = -1;
    private static final int NO_TOPICS = 0;
    private static final int REQUEST_BYTES = 2 + 2 + 4 + 2 + 4;

    @Override
    public boolean isReady() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            DataOutputStream request = new DataOutputStream(socket.getOutputStream());
            request.writeInt(REQUEST_BYTES);
            request.writeShort(METADATA);
            request.writeShort(VERSION);
            request.writeInt(CORRELATION_ID);
            request.writeShort(NO_CLIENT_ID);
            request.writeInt(NO_TOPICS);
            request.flush();
            DataInputStream response = new DataInputStream(socket.getInputStream());
            response.readInt();
            int correlationId = response.readInt();
            int brokers = response.readInt();
            return correlationId == CORRELATION_ID && brokers > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
