/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.member.mongo;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("members")
record MemberDocument(@Id String id, long version, String name) {}
