/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import java.util.BitSet;
import java.util.TreeMap;

/**
 * A set of row numbers, to recognise references that dangle and rows that repeat. Any {@code int} may be one, as in the
 * dump's own columns; numbers near one another take a bit each, so that the largest sites need some megabytes.
 */
final class RowIds {

    private static final int BITS_OF_A_BLOCK = 16;

    private final TreeMap<Integer, BitSet> blocks = new TreeMap<>();

    /** @return whether it was not there before */
    synchronized boolean add(int id) {
        BitSet block = blocks.computeIfAbsent(id >> BITS_OF_A_BLOCK, first -> new BitSet());
        boolean added = !block.get(place(id));
        block.set(place(id));
        return added;
    }

    synchronized boolean contains(int id) {
        BitSet block = blocks.get(id >> BITS_OF_A_BLOCK);
        return block != null && block.get(place(id));
    }

    /** In ascending order. */
    synchronized int[] toArray() {
        return blocks.entrySet().stream()
                .flatMapToInt(
                        block -> block.getValue().stream().map(place -> (block.getKey() << BITS_OF_A_BLOCK) | place))
                .toArray();
    }

    private static int place(int id) {
        return id & ((1 << BITS_OF_A_BLOCK) - 1);
    }
}
