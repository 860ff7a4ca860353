/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post.web;

/** Who wrote it; the id stands in for a name that is not known yet. */
record AuthorView(String id, String name) {}
