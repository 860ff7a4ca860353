/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A map of the store whose changes are also journaled. Changes need a unit of work ({@link Store#writing}). */
final class StoredMap<K, V> {

    private final Store store;
    private final MVMap<K, V> map;
    private String name;

    StoredMap(Store store, String name, MVMap<K, V> map) {
        this.store = store;
        this.name = name;
        this.map = map;
    }

    String name() {
        return name;
    }

    void renamed(String newName) {
        name = newName;
    }

    /** The map itself, to read from. */
    MVMap<K, V> map() {
        return map;
    }

    void put(K key, V value) {
        map.put(key, value);
        store.journalPut(this, key, value);
    }

    @Nullable
    V remove(K key) {
        V removed = map.remove(key);
        if (removed != null) {
            store.journalRemove(this, key);
        }
        return removed;
    }
}
