/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.CorruptedFrameException;

/**
 * Holds messages against the lengths that they tell of themselves, before memory is set aside for what they claim to hold: a
 * text said to have two gigabytes would end the process.
 *
 * @see <a href="https://bsonspec.org/spec.html">BSON</a>
 */
final class WireMessages {

    private static final int HEADER = 16;
    private static final int MOST_BYTES = 48 * 1000 * 1000;
    /** More than a command may have, so that it is told so; fewer than a stack has room for. */
    private static final int MOST_LEVELS = 500;

    private static final int OP_QUERY = 2004;
    private static final int OP_MSG = 2013;
    private static final int CHECKSUM = 1;
    private static final int CHECKSUM_BYTES = 4;

    private WireMessages() {}

    /**
     * Of what has been received, the first message, if all of it is there.
     *
     * @throws CorruptedFrameException when it is not well formed
     */
    static void check(ByteBuf received) {
        if (received.readableBytes() < Integer.BYTES) {
            return;
        }
        int length = received.getIntLE(received.readerIndex());
        require(length >= HEADER && length <= MOST_BYTES, "length of the message");
        if (received.readableBytes() < length) {
            return;
        }
        ByteBuf message = received.slice(received.readerIndex(), length).skipBytes(HEADER - Integer.BYTES);
        try {
            switch (message.readIntLE()) {
                case OP_MSG -> sections(message);
                case OP_QUERY -> {
                    message.skipBytes(Integer.BYTES);
                    text(message);
                    message.skipBytes(2 * Integer.BYTES);
                    documents(message);
                }
                default -> throw new CorruptedFrameException("Not a kind of message that is spoken here");
            }
        } catch (IndexOutOfBoundsException e) {
            throw new CorruptedFrameException("A message ends before what it tells of", e);
        }
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new CorruptedFrameException("Wrong " + what);
        }
    }

    private static void sections(ByteBuf message) {
        int flags = message.readIntLE();
        int end = message.writerIndex() - ((flags & CHECKSUM) != 0 ? CHECKSUM_BYTES : 0);
        message.writerIndex(Math.max(message.readerIndex(), end));
        require(message.isReadable(), "number of sections");
        while (message.isReadable()) {
            switch (message.readByte()) {
                case 0 -> document(message, 0);
                case 1 -> {
                    ByteBuf sequence = part(message, Integer.BYTES);
                    text(sequence);
                    documents(sequence);
                }
                default -> throw new CorruptedFrameException("Wrong kind of section");
            }
        }
    }

    /** @param counted how many bytes of the length have been read when it is */
    private static ByteBuf part(ByteBuf within, int counted) {
        int length = within.readIntLE() - counted;
        require(length >= 0, "length");
        return within.readSlice(length);
    }

    private static void documents(ByteBuf within) {
        require(within.isReadable(), "number of documents");
        while (within.isReadable()) {
            document(within, 0);
        }
    }

    private static void document(ByteBuf within, int level) {
        require(level < MOST_LEVELS, "depth");
        ByteBuf document = part(within, Integer.BYTES);
        for (byte type = document.readByte(); type != 0; type = document.readByte()) {
            text(document);
            value(document, type, level);
        }
        require(!document.isReadable(), "length of a document");
    }

    private static void value(ByteBuf document, byte type, int level) {
        switch (type) {
            case 0x06, 0x0A, 0x7F, (byte) 0xFF -> {}
            case 0x08 -> document.skipBytes(1);
            case 0x10 -> document.skipBytes(Integer.BYTES);
            case 0x01, 0x09, 0x11, 0x12 -> document.skipBytes(Long.BYTES);
            case 0x07 -> document.skipBytes(12);
            case 0x13 -> document.skipBytes(16);
            case 0x02, 0x0D, 0x0E -> string(document);
            case 0x03, 0x04 -> document(document, level + 1);
            case 0x05 -> {
                int length = document.readIntLE();
                require(length >= 0, "length of a binary");
                document.skipBytes(1).skipBytes(length);
            }
            case 0x0B -> {
                text(document);
                text(document);
            }
            case 0x0C -> {
                string(document);
                document.skipBytes(12);
            }
            case 0x0F -> {
                ByteBuf code = part(document, Integer.BYTES);
                string(code);
                document(code, level + 1);
            }
            default -> throw new CorruptedFrameException("Wrong type of value");
        }
    }

    /** With its length in front. */
    private static void string(ByteBuf document) {
        int length = document.readIntLE();
        require(length >= 1, "length of a text");
        document.skipBytes(length);
    }

    /** Up to a zero. */
    private static void text(ByteBuf within) {
        int length = within.bytesBefore((byte) 0);
        require(length >= 0, "end of a name");
        within.skipBytes(length + 1);
    }
}
