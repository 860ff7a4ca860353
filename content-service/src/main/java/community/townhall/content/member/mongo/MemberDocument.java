/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.member.mongo;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A member's name in collection {@code members}, at the version of engagement's member. */
@Document("members")
record MemberDocument(@Id String id, long version, String displayName) {}
