# SPDX-License-Identifier: Apache-2.0
"""What a member does, by the clients that openapi-generator makes from our documents: arguments are the address, the
topic to write about and the post to take part in; the access token is in TOWNHALL_TOKEN. Prints what came of it."""
import os
import sys
import uuid

import townhall_content
import townhall_engagement
import townhall_gateway
import townhall_rewards

address, topic, discussed = sys.argv[1:]


def client(package):
    return package.ApiClient(package.Configuration(host=address, access_token=os.environ["TOWNHALL_TOKEN"]))


content = client(townhall_content)
engagement = client(townhall_engagement)

print("signed in as", townhall_gateway.SessionApi(client(townhall_gateway)).get_session().member_id)
print("points", townhall_rewards.AccountsApi(client(townhall_rewards)).get_own_account().balance)

posts = townhall_content.PostsApi(content)
post = townhall_content.NewPostRequest(
    kind="DISCUSSION",
    title="Written by a Python client",
    text=f"A text of its own, {uuid.uuid4()}",
    topics=[topic],
)
print("post", posts.write_post(post, idempotency_key=str(uuid.uuid4())).id)

comment = townhall_engagement.NewComment(post_id=discussed, text="A Python client agrees")
print("comment", townhall_engagement.CommentsApi(engagement).write_comment(comment, str(uuid.uuid4())).id)
print("votes", townhall_engagement.ReactionsApi(engagement).react("post", discussed, "up").counts["up"])
latest = townhall_content.FeedsApi(content).list_latest_posts(topic, limit=100)
print("feed has it:", "true" if any(item.id == discussed for item in latest.items) else "false")
try:
    post.topics = ["no-such-topic"]
    posts.write_post(post)
except townhall_content.ApiException as refused:
    error = refused.data.errors[0]
    print("refused", refused.data.status, error.var_field, error.rule)  # a name that the generator keeps for itself
