/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

/** The store failed in the middle of its work; whoever opened it has been told. */
final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final StoreException reason;

    StoreFailure(StoreException reason) {
        super(reason.getMessage(), reason);
        this.reason = reason;
    }

    StoreException reason() {
        return reason;
    }
}
