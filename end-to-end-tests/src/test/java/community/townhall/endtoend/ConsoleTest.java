/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The console as a new member meets it, in headless Chromium where one is installed. */
class ConsoleTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    /** A browser beside the suite and a database on two cores is slow now and then. */
    private static final double PATIENCE_MILLIS = 90_000;

    private final Townhall townhall = Townhall.running();
    private final Community community = new Community(townhall);
    private final String username = "e2e-" + UUID.randomUUID().toString().substring(0, 12);
    private final List<String> errors = new ArrayList<>();

    /** Absent where there is no browser. */
    private @Nullable Playwright playwright;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Page page;

    /** What the browser showed, which an element that is waited for in vain does not tell. */
    @RegisterExtension
    final AfterTestExecutionCallback shown = context -> context.getExecutionException()
            .ifPresent(failure -> System.out.printf(
                    "%s failed at %s, which showed:%n%s%n",
                    context.getDisplayName(), page.url(), page.innerText("body")));

    @BeforeEach
    void open() {
        assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium here");
        Playwright started = Playwright.create();
        playwright = started;
        Browser browser = started.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onPageError(errors::add);
    }

    @AfterEach
    void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void a_new_member_registers_writes_and_sees_it_published_and_rewarded_without_reloading() {
        register();
        signIn();

        page.navigate(townhall.url() + "/#/write");
        page.getByTestId("title").fill("My first post here");
        page.getByTestId("topics").fill(Community.TOPIC);
        page.getByTestId("topics").press("Enter");
        page.getByTestId("text").fill("Written in a browser, **" + username + "**");
        page.getByTestId("publish").click();

        Locator post = page.getByTestId("post");
        post.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        assertThat(post).hasAttribute("data-status", "PUBLISHED");
        assertThat(page.getByTestId("unread")).isVisible();
        page.navigate(townhall.url() + "/#/me");
        assertThat(page.getByTestId("balance").first()).hasText("5");
        assertThat(errors).isEmpty();
    }

    @Test
    void a_member_thanks_another_for_a_post_and_it_is_read_on_their_profile() {
        String author = Community.newMember();
        String post = community.publishedPost(author, "DISCUSSION", "Worth a word of thanks");
        register();
        signIn();

        page.navigate(townhall.url() + "/#/posts/" + post);
        page.getByTestId("thank").first().click();
        page.locator("#thanks-word").fill("You saved my **week**");
        page.getByTestId("thanks-send").click();
        assertThat(page.getByTestId("thanks-dialog")).isHidden();

        String received = "/api/engagement/members/" + author + "/thanks";
        await().atMost(Duration.ofSeconds(90))
                .until(() -> !townhall.anonymous()
                        .get(received)
                        .expect(200)
                        .body()
                        .path("items")
                        .isEmpty());
        page.navigate(townhall.url() + "/#/members/" + author);
        assertThat(page.getByTestId("thanks")).containsText("You saved my week");
        assertThat(errors).isEmpty();
    }

    @Test
    void a_member_adds_a_passkey_and_signs_in_with_it_alone() {
        register();
        signIn();
        addAuthenticator();
        page.navigate(townhall.url() + "/#/account");
        page.getByTestId("passkey-make").click();
        assertThat(page.getByTestId("passkeys").locator("li")).hasCount(1);

        page.getByTestId("member-menu").click();
        page.getByTestId("sign-out").click();
        page.getByTestId("sign-in").click();
        page.locator("#passkey").click();

        assertThat(page.getByTestId("member-menu")).isVisible();
        assertThat(errors).isEmpty();
    }

    /** A device that verifies its user, as Chromium plays one. */
    private void addAuthenticator() {
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject authenticator = new JsonObject();
        authenticator.add("options", options);
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        browser.send("WebAuthn.addVirtualAuthenticator", authenticator);
    }

    @Test
    void a_member_changes_their_password_in_the_console() {
        register();
        signIn();
        page.navigate(townhall.url() + "/#/account");
        page.getByTestId("currentPassword").fill("a long enough secret");
        page.getByTestId("newPassword").fill("another phrase 4711");
        page.getByTestId("password-save").click();
        assertThat(page.getByTestId("currentPassword")).hasValue("");
        assertThat(page.getByTestId("sessions").locator("li")).hasCount(1);
        // Each form has its own field for the password, which its label and its error belong to.
        page.getByTestId("close-account").click();
        assertThat(page.getByTestId("closurePassword")).isVisible();
        assertThat((List<?>) page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)"))
                .doesNotHaveDuplicates();
        page.keyboard().press("Escape");
        assertThat(page.getByTestId("close-dialog")).hasCount(0);

        page.getByTestId("member-menu").click();
        page.getByTestId("sign-out").click();
        page.getByTestId("sign-in").click();
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill("another phrase 4711");
        page.locator("form button").click();
        assertThat(page.getByTestId("member-menu")).isVisible();
        assertThat(errors).isEmpty();
    }

    @Test
    void visitors_read_in_english_and_in_chinese() {
        community.publishedPost(Community.newMember(), "DISCUSSION", "For everybody to read");

        page.navigate(townhall.url().toString());
        assertThat(page.getByTestId("post-card").first()).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "en");

        page.getByTestId("language").click();

        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(page.getByTestId("post-card").first()).isVisible();
        assertThat(errors).isEmpty();
    }

    @Test
    void a_link_of_a_letter_that_is_of_no_use_leads_on_to_where_another_is_asked_for() {
        page.navigate(townhall.url() + "/#/new-password/used-before");
        page.getByTestId("newPassword").fill("another phrase 4711");
        page.getByTestId("new-password-save").click();
        assertThat(page.getByTestId("form-problem")).isVisible();
        assertThat(page.getByTestId("new-password-form")).hasCount(0);
        page.getByTestId("lead-on").click();
        assertThat(page).hasURL(townhall.url() + "/#/forgotten-password");

        page.navigate(townhall.url() + "/#/confirm-email/used-before");
        page.getByTestId("email-confirm").click();
        assertThat(page.getByTestId("form-problem")).isVisible();
        assertThat(page.getByTestId("email-confirm")).hasCount(0);
        page.getByTestId("lead-on").click();
        assertThat(page).hasURL(townhall.url() + "/#/account");
        assertThat(errors).isEmpty();
    }

    private void register() {
        page.navigate(townhall.url() + "/#/register");
        page.getByTestId("register-username").fill(username);
        page.getByTestId("register-displayName").fill("New Member");
        page.getByTestId("register-password").fill("a long enough secret");
        page.getByTestId("register-send").click();
        page.getByTestId("registered-sign-in").click();
    }

    private void signIn() {
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill("a long enough secret");
        page.locator("form button").click();
        assertThat(page.getByTestId("member-menu")).isVisible();
        // Nowhere else, so that where a test goes next is not overtaken by where the console goes.
        assertThat(page).hasURL(townhall.url() + "/");
    }
}
