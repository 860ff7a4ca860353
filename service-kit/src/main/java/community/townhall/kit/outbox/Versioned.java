/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

/**
 * The MongoDB document of an aggregate, without its outbox: a record with an {@code @Id}.
 *
 * <p>The version is 1 when the document is inserted and grows by one with each change. A document that was loaded
 * carries the version it was loaded with.
 */
public interface Versioned {

    String id();

    long version();
}
