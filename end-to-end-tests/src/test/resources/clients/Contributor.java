/* SPDX-License-Identifier: Apache-2.0 */
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.UUID;
import townhall.content.FeedsApi;
import townhall.content.PostsApi;
import townhall.content.client.ApiException;
import townhall.content.model.NewPostRequest;
import townhall.content.model.Problem;
import townhall.engagement.CommentsApi;
import townhall.engagement.ReactionsApi;
import townhall.engagement.model.NewComment;
import townhall.gateway.SessionApi;
import townhall.rewards.AccountsApi;

/**
 * What a member does, by the clients that openapi-generator makes from our documents: arguments are the address, the
 * topic to write about and the post to take part in; the access token is in TOWNHALL_TOKEN. Prints what came of it.
 */
class Contributor {

    public static void main(String[] arguments) throws Exception {
        String address = arguments[0];
        String topic = arguments[1];
        String discussed = arguments[2];
        String bearer = "Bearer " + System.getenv("TOWNHALL_TOKEN");

        var gateway = new townhall.gateway.client.ApiClient();
        gateway.updateBaseUri(address);
        gateway.setRequestInterceptor(request -> request.header("Authorization", bearer));
        var content = new townhall.content.client.ApiClient();
        content.updateBaseUri(address);
        content.setRequestInterceptor(request -> request.header("Authorization", bearer));
        var engagement = new townhall.engagement.client.ApiClient();
        engagement.updateBaseUri(address);
        engagement.setRequestInterceptor(request -> request.header("Authorization", bearer));
        var rewards = new townhall.rewards.client.ApiClient();
        rewards.updateBaseUri(address);
        rewards.setRequestInterceptor(request -> request.header("Authorization", bearer));

        System.out.println("signed in as " + new SessionApi(gateway).getSession().getMemberId());
        System.out.println("points " + new AccountsApi(rewards).getOwnAccount().getBalance());

        PostsApi posts = new PostsApi(content);
        NewPostRequest post = new NewPostRequest()
                .kind(NewPostRequest.KindEnum.DISCUSSION)
                .title("Written by a Java client")
                .text("A text of its own, " + UUID.randomUUID())
                .topics(List.of(topic));
        System.out.println("post " + posts.writePost(post, UUID.randomUUID().toString()).getId());

        NewComment comment = new NewComment().postId(discussed).text("A Java client agrees");
        System.out.println("comment "
                + new CommentsApi(engagement)
                        .writeComment(comment, UUID.randomUUID().toString())
                        .getId());
        System.out.println("votes "
                + new ReactionsApi(engagement)
                        .react("post", discussed, "up", null, null)
                        .getCounts()
                        .get("up"));
        System.out.println("feed has it: "
                + new FeedsApi(content)
                        .listLatestPosts(topic, null, 100).getItems().stream()
                                .anyMatch(item -> item.getId().equals(discussed)));
        try {
            posts.writePost(post.topics(List.of("no-such-topic")), null);
        } catch (ApiException refused) {
            Problem problem = new ObjectMapper().readValue(refused.getResponseBody(), Problem.class);
            System.out.println("refused %d %s %s"
                    .formatted(
                            problem.getStatus(),
                            problem.getErrors().getFirst().getField(),
                            problem.getErrors().getFirst().getRule()));
        }
    }
}
