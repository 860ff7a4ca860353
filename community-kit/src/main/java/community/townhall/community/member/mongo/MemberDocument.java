/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.community.member.mongo;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A member in collection {@code members}, at the version that was told last. */
@Document("members")
record MemberDocument(@Id String id, long version, String displayName) {}
