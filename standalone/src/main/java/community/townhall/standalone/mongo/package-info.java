/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The document database of the standalone mode: MongoDB's wire protocol and query language from mongo-java-server, on a
 * storage engine of its own that is durable and has ordered secondary indexes.
 */
@NullMarked
package community.townhall.standalone.mongo;

import org.jspecify.annotations.NullMarked;
