/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

/**
 * A collection or an index was dropped after a command had found it, and before the command read or wrote it. Nothing of
 * it is left that the command could have changed: done once more, it finds what there is now.
 */
final class TableGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TableGone() {
        super("It was dropped", null, false, false);
    }
}
