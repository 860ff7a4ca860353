/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import java.util.BitSet;

/**
 * The numbers of the rows that were accepted, to recognise references that dangle. A bit a number: some megabytes for
 * the largest sites there are.
 */
final class ImportedIds {

    private static final int LARGEST = 1 << 30;

    private final BitSet ids = new BitSet();

    synchronized void add(int id) {
        if (id >= 0 && id < LARGEST) {
            ids.set(id);
        }
    }

    synchronized boolean contains(int id) {
        return id >= 0 && id < LARGEST && ids.get(id);
    }
}
