/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.kit.web.SharedCaching;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that is everybody's is asked of its service once for as long as the service allows. */
class SharedAnswersTest extends AgainstTheGateway {

    /** What nobody has asked for yet. */
    private String address = "";

    @BeforeEach
    void somethingNew() {
        address = "/api/content/shared/" + UUID.randomUUID();
    }

    @Test
    void whoAsksNextIsAnsweredTheSameAndTheServiceIsNotAsked() {
        HttpResponse<String> first = visitor.get(address);
        HttpResponse<String> next = as(memberToken(), address);

        assertThat(SERVICES.received).hasSize(1);
        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(next.body()).isEqualTo(first.body());
        assertThat(next.headers().allValues("Content-Type"))
                .isEqualTo(first.headers().allValues("Content-Type"));
        assertThat(next.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
        assertThat(next.headers().firstValue("Age")).isPresent();
        assertThat(next.headers().allValues("X-Frame-Options")).hasSize(1);
        assertThat(first.headers().map()).doesNotContainKeys("gateway-cache-control", "gateway-cache-except", "age");
        assertThat(next.headers().map())
                .doesNotContainKeys("gateway-cache-control", "gateway-cache-except", "set-cookie");
    }

    @Test
    void whoHasTheSameAlreadyIsToldSo() {
        String etag = visitor.get(address).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = visitor.get(address, "If-None-Match", etag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(SERVICES.received).hasSize(1);
    }

    @Test
    void itIsKeptNoLongerThanItsServiceAllows() {
        String forASecond = address + "?max-age=1";
        String first = visitor.get(forASecond).body();

        await().until(() -> !visitor.get(forASecond).body().equals(first));
        assertThat(SERVICES.received).hasSize(2);
    }

    @Test
    void whomItsServiceWouldAnswerOtherwiseIsAnsweredByTheService() {
        String author = UUID.randomUUID().toString();
        String another = UUID.randomUUID().toString();
        String others = address + "?except=" + SharedCaching.STAFF + "," + author;
        String everybodys = visitor.get(others).body();

        assertThat(as(member(another), others).body()).isEqualTo(everybodys);
        assertThat(as(member(author), others).body()).isNotEqualTo(everybodys);
        assertThat(as(operatorToken(), others).body()).isNotEqualTo(everybodys);
        assertThat(SERVICES.received).hasSize(3);
    }

    @Test
    void staffIsAnsweredAsEverybodyUnlessTheServiceSaysOtherwise() {
        String everybodys = visitor.get(address).body();

        assertThat(as(operatorToken(), address).body()).isEqualTo(everybodys);
    }

    @Test
    void whoHasJustWrittenSeesWhatBecameOfIt() {
        String writer = memberToken();
        String before = visitor.get(address).body();
        visitor.post("/api/content/posts", Map.of(), "Authorization", "Bearer " + writer);

        String after = as(writer, address).body();

        assertThat(after).isNotEqualTo(before);
        assertThat(visitor.get(address).body())
                .as("which others see from then on")
                .isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"Cache-Control,no-cache", "Cache-Control,max-age=0", "Range,bytes=0-1", "If-Match,\"1\""})
    void whoAsksForMoreThanAnAnswerIsAnsweredByTheService(String header, String value) {
        visitor.get(address);
        visitor.get(address, header, value);

        assertThat(SERVICES.received).hasSize(2);
    }

    @Test
    void anotherAddressOrFormIsAnotherAnswer() {
        visitor.get(address);
        visitor.get(address + "?page=2");
        visitor.get(address, "Accept", "application/xml");

        assertThat(SERVICES.received).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?max-age=0", "?max-age=for-ever", "?max-age=999", "?status=201", "?status=404", "?length=200000"
            })
    void whatIsNotToBeKeptOrIsTooLongIsAskedForEachTime(String query) {
        visitor.get(address + query);
        visitor.get(address + query);

        assertThat(SERVICES.received).hasSize(2);
    }

    @Test
    void aTokenThatIsNotGoodIsRefusedAsEver() {
        visitor.get(address);

        assertThat(as("not.a.token", address).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> as(String token, String path) {
        return visitor.get(path, "Authorization", "Bearer " + token);
    }

    private String member(String id) {
        return visitor.scriptToken(Map.of("grant_type", "client_credentials", "scope", "member", "member_id", id));
    }
}
