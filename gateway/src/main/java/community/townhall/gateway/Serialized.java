/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Spring Security hands us to keep, as bytes. Only its classes, the JDK's and ours are read back. What cannot be read
 * (a release may change a class) is taken as not there: its owner signs in again.
 */
public final class Serialized {

    private static final Logger log = LoggerFactory.getLogger(Serialized.class);
    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            "maxdepth=60;maxrefs=20000;maxbytes=1000000;java.lang.*;java.util.*;java.time.*;java.net.*;java.math.*;"
                    + "org.springframework.security.**;community.townhall.gateway.**;!*");

    private Serialized() {}

    public static byte[] of(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new UncheckedIOException("Not serializable: " + value.getClass(), e);
        }
        return bytes.toByteArray();
    }

    public static <T> Optional<T> read(byte[] bytes, Class<T> type) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(KNOWN);
            return Optional.of(in.readObject()).filter(type::isInstance).map(type::cast);
        } catch (IOException | ClassNotFoundException unreadable) {
            log.warn("A stored {} cannot be read any more: {}", type.getSimpleName(), unreadable.toString());
            return Optional.empty();
        }
    }
}
