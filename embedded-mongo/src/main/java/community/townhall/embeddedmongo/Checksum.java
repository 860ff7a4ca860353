/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import java.util.zip.CRC32C;

/** Tells what a disk gives back from what was given to it. */
final class Checksum {

    private Checksum() {}

    static int of(byte[] first, byte[] second) {
        CRC32C checksum = new CRC32C();
        checksum.update(first);
        checksum.update(second);
        return (int) checksum.getValue();
    }
}
