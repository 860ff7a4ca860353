/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic;

/** A topic was set up or described anew. */
public record TopicChanged(Topic topic) {}
