/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever forgot their password gets a link at the address that they confirmed, and nobody learns who has one. */
class PasswordByMailTest extends AgainstTheGateway {

    private static final String PASSWORD = "open sesame, please";
    private static final Pattern LINK = Pattern.compile("(http\\S+/#/(?:new-password|confirm-email)/)(\\S+)");

    private final String name = newName();
    private final String address = UUID.randomUUID() + "@mail.example";

    @Test
    void a_password_is_set_anew_by_a_link_that_works_once() {
        memberWithAddress();
        Visitor elsewhere = new Visitor(port);
        elsewhere.signIn(name, PASSWORD);

        Visitor forgetful = new Visitor(port);
        assertThat(ask(forgetful, name, "en").statusCode()).isEqualTo(202);
        Letter letter = letter("Set a new password");
        assertThat(letter.text()).contains(name, security.issuer() + "/#/new-password/");
        String secret = letter.secret();

        assertThat(reset(secret, "a new password, too")).isEqualTo(204);
        assertThat(reset(secret, "yet another password")).isEqualTo(422);
        assertThat(elsewhere.session().get("signedIn").asBoolean()).isFalse();
        assertThat(forgetful.signIn(name, "a new password, too").uri())
                .hasPath("/")
                .hasNoQuery();
        assertThat(letter("Your password was changed").text()).contains(name);
    }

    @Test
    void the_address_will_do_in_place_of_the_name_and_letters_are_in_chinese_too() {
        memberWithAddress();

        ask(new Visitor(port), " " + address.toUpperCase(java.util.Locale.ROOT), "zh-CN");

        assertThat(letter("设置新密码").text()).contains("请在 30 分钟内通过此链接设置", name);
    }

    @Test
    void the_answer_does_not_tell_who_has_an_account() {
        memberWithAddress();
        String without = newName();
        registerElsewhere(without);

        HttpResponse<String> known = ask(new Visitor(port), name, "en");

        for (String other : List.of(without, newName(), "nobody@mail.example", "no name at all")) {
            HttpResponse<String> answer = ask(new Visitor(port), other, "en");
            assertThat(answer.statusCode()).isEqualTo(known.statusCode());
            assertThat(answer.body()).isEqualTo(known.body());
            assertThat(headers(answer)).isEqualTo(headers(known));
        }
        letter("Set a new password");
        assertThat(lettersTo("nobody@mail.example")).isEmpty();
    }

    @Test
    void one_account_gets_a_few_links_an_hour_and_an_operators_link_stays_good() {
        memberWithAddress();
        String id =
                Visitor.json(visitor.get("/identity/session")).get("memberId").asString();
        String given = Visitor.json(new Visitor(port)
                        .post(
                                "/identity/accounts/" + id + "/password-link",
                                Map.of(),
                                "Authorization",
                                "Bearer " + operatorToken()))
                .get("url")
                .asString();

        for (int i = 0; i < 5; i++) {
            ask(new Visitor(port), name, "en");
        }
        String last = newName();
        registerElsewhere(last);
        confirm(last, "last-" + address);
        ask(new Visitor(port), last, "en");

        await().until(() -> lettersTo("last-" + address).size() == 2);
        assertThat(lettersTo(address).stream().filter(letter -> letter.subject().equals("Set a new password")))
                .hasSize(3);
        assertThat(reset(given.substring(given.lastIndexOf('/') + 1), "by the operator's link"))
                .isEqualTo(204);
    }

    @Test
    void an_address_counts_once_it_is_confirmed_and_takes_the_password() {
        register(name, PASSWORD);
        visitor.signIn(name, PASSWORD);

        assertThat(setAddress(address, "wrong password").body()).contains("currentPassword");
        for (String none :
                List.of("", "a", "a@b", "a@b.", "a b@c.example", "a@c.example\nBcc: d@e.example", "å@c.example")) {
            HttpResponse<String> refused = setAddress(none, PASSWORD);
            assertThat(refused.statusCode()).as(none).isEqualTo(422);
            assertThat(refused.body()).contains("\"field\":\"email\"");
        }
        assertThat(setAddress(address, PASSWORD).statusCode()).isEqualTo(200);
        assertThat(visitor.get("/identity/account/email").body()).contains("\"unconfirmed\":\"" + address);
        String secret = letter("Confirm your e-mail address").secret();

        assertThat(new Visitor(port)
                        .post("/identity/email-confirmations", Map.of("secret", "x" + secret))
                        .statusCode())
                .isEqualTo(422);
        assertThat(new Visitor(port)
                        .post("/identity/email-confirmations", Map.of("secret", secret))
                        .statusCode())
                .isEqualTo(204);
        assertThat(visitor.get("/identity/account/email").body()).contains("\"email\":\"" + address);
    }

    @Test
    void an_address_belongs_to_one_account_and_its_former_owner_is_told() {
        memberWithAddress();
        String other = newName();
        registerElsewhere(other);
        Visitor second = new Visitor(port);
        second.signIn(other, PASSWORD);
        second.put("/identity/account/email", wanted(address, PASSWORD), second.csrf());
        await().until(() -> lettersTo(address).size() == 2);
        String secret = lettersTo(address).getLast().secret();
        assertThat(new Visitor(port)
                        .post("/identity/email-confirmations", Map.of("secret", secret))
                        .body())
                .contains("taken");

        assertThat(visitor.put("/identity/account/email", Map.of("currentPassword", PASSWORD), visitor.csrf())
                        .statusCode())
                .isEqualTo(200);
        letter("Your e-mail address was changed");
        assertThat(new Visitor(port)
                        .post("/identity/email-confirmations", Map.of("secret", secret))
                        .statusCode())
                .isEqualTo(204);
    }

    private void registerElsewhere(String username) {
        Map<String, String> account =
                Map.of("username", username, "password", PASSWORD, "displayName", "Member " + username);
        assertThat(new Visitor(port).post("/identity/registrations", account).statusCode())
                .isEqualTo(201);
    }

    private void memberWithAddress() {
        register(name, PASSWORD);
        confirm(name, address);
        visitor.signIn(name, PASSWORD);
    }

    private void confirm(String username, String to) {
        Visitor owner = new Visitor(port);
        owner.signIn(username, PASSWORD);
        assertThat(owner.put("/identity/account/email", wanted(to, PASSWORD), owner.csrf())
                        .statusCode())
                .isEqualTo(200);
        await().until(() -> !lettersTo(to).isEmpty());
        String secret = lettersTo(to).getFirst().secret();
        assertThat(new Visitor(port)
                        .post("/identity/email-confirmations", Map.of("secret", secret))
                        .statusCode())
                .isEqualTo(204);
    }

    private HttpResponse<String> setAddress(String wanted, String password) {
        return visitor.put("/identity/account/email", wanted(wanted, password), visitor.csrf());
    }

    private static Map<String, String> wanted(String address, String password) {
        return Map.of("email", address, "currentPassword", password, "language", "en");
    }

    private static HttpResponse<String> ask(Visitor asker, String account, String language) {
        return asker.post("/identity/password-reset-requests", Map.of("account", account, "language", language));
    }

    private int reset(String secret, String password) {
        return new Visitor(port)
                .post("/identity/password-resets", Map.of("secret", secret, "newPassword", password))
                .statusCode();
    }

    private static Map<String, List<String>> headers(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet()
                .removeIf(header -> List.of("date", "x-correlation-id", "set-cookie")
                        .contains(header.toLowerCase(java.util.Locale.ROOT)));
        return headers;
    }

    private Letter letter(String subject) {
        await().until(() ->
                lettersTo(address).stream().anyMatch(letter -> letter.subject().equals(subject)));
        return lettersTo(address).stream()
                .filter(letter -> letter.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private record Letter(String subject, String text) {

        String secret() {
            Matcher link = LINK.matcher(text);
            assertThat(link.find()).isTrue();
            return link.group(2);
        }
    }

    private static List<Letter> lettersTo(String to) {
        return Arrays.stream(RunningGateway.MAIL.getReceivedMessages())
                .filter(message -> isTo(message, to))
                .map(PasswordByMailTest::read)
                .toList();
    }

    private static boolean isTo(MimeMessage message, String to) {
        try {
            return message.getRecipients(Message.RecipientType.TO)[0].toString().equals(to);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static Letter read(MimeMessage message) {
        try {
            assertThat(message.getFrom()[0].toString()).contains("townhall@community.example");
            return new Letter(message.getSubject(), String.valueOf(message.getContent()));
        } catch (MessagingException | java.io.IOException e) {
            throw new AssertionError(GreenMailUtil.getHeaders(message), e);
        }
    }
}
