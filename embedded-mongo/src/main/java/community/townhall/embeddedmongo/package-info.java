/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A document database in one process: MongoDB's wire protocol and query language from mongo-java-server, on a storage
 * engine of its own that is durable and has ordered secondary indexes.
 */
@NullMarked
package community.townhall.embeddedmongo;

import org.jspecify.annotations.NullMarked;
