/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.command;

import community.townhall.standalone.data.DataDirectory;
import community.townhall.standalone.suite.Tokens;
import java.net.http.HttpClient;
import org.jspecify.annotations.Nullable;

/** {@code token}: prints an access token and nothing else. */
public final class PrintToken {

    private final DataDirectory data;
    private final String role;
    private final @Nullable String member;

    public PrintToken(DataDirectory data, String role, @Nullable String member) {
        this.data = data;
        this.role = role;
        this.member = member;
    }

    public int run() throws InterruptedException {
        String url = RunningTownhall.of(data).settings().url();
        try (HttpClient http = HttpClient.newHttpClient()) {
            System.out.println(new Tokens(http, url, data.secrets().scriptSecret()).fetch(role, member));
        }
        return 0;
    }
}
