/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * The maps of a data file. A map's name says what is in it, and so how it is read.
 *
 * @param file open
 */
record Maps(MVStore file) {

    static final String FACTS = "facts";
    private static final String DOCUMENTS = "documents/";
    private static final String ENTRIES = "index/";

    static String documentsName(String namespace) {
        return DOCUMENTS + namespace;
    }

    /** @param directions a letter for each part of a key, see {@link DataTypes.Entry} */
    static String entriesName(String namespace, String index, String directions) {
        return ENTRIES + directions + "/" + namespace + "/" + index;
    }

    MVMap<String, Long> facts() {
        return open(FACTS, StringDataType.INSTANCE, LongDataType.INSTANCE);
    }

    MVMap<Object, byte[]> documents(String name) {
        return open(name, new DataTypes.Id(), new DataTypes.Bytes());
    }

    MVMap<Object[], Boolean> entries(String name) {
        String directions = name.substring(ENTRIES.length(), name.indexOf('/', ENTRIES.length()));
        return open(name, new DataTypes.Entry(directions), new DataTypes.Present());
    }

    @SuppressWarnings("unchecked")
    MVMap<Object, Object> named(String name) {
        MVMap<?, ?> map;
        if (name.startsWith(DOCUMENTS)) {
            map = documents(name);
        } else if (name.startsWith(ENTRIES)) {
            map = entries(name);
        } else {
            map = facts();
        }
        return (MVMap<Object, Object>) map;
    }

    List<String> databases() {
        return file.getMapNames().stream()
                .filter(name -> name.startsWith(DOCUMENTS))
                .map(name -> name.substring(DOCUMENTS.length(), name.indexOf('.')))
                .distinct()
                .toList();
    }

    private <K, V> MVMap<K, V> open(String name, BasicDataType<K> keys, BasicDataType<V> values) {
        return file.openMap(name, new MVMap.Builder<K, V>().keyType(keys).valueType(values));
    }
}
