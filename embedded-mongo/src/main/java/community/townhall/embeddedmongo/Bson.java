/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/** Documents as bytes: what is stored can neither change under a reader nor be changed by one. */
final class Bson {

    private Bson() {}

    static byte[] encode(Document document) {
        ByteBuf buffer = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, buffer);
        return ByteBufUtil.getBytes(buffer);
    }

    static Document decode(byte[] document) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(document));
    }
}
