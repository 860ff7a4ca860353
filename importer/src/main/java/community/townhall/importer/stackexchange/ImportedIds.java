/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import java.util.BitSet;

/**
 * The numbers of the rows that were accepted, to recognise references that dangle. A bit a number: some megabytes for
 * the largest sites there are.
 */
final class ImportedIds {

    /** The account of the site itself, to which its posts without an owner of their own belong. */
    private static final int SMALLEST = -1;

    private static final int LARGEST = 1 << 30;

    private final BitSet ids = new BitSet();

    synchronized void add(int id) {
        if (isPossible(id)) {
            ids.set(id - SMALLEST);
        }
    }

    synchronized boolean contains(int id) {
        return isPossible(id) && ids.get(id - SMALLEST);
    }

    private static boolean isPossible(int id) {
        return id >= SMALLEST && id < LARGEST;
    }
}
