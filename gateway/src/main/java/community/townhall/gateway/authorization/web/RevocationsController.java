/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization.web;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.kit.security.Revocations;
import community.townhall.kit.security.access.Public;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the services ask every few seconds, beside the keys: they verify tokens themselves. */
@RestController
@ConditionalOnBuiltInIdentity
class RevocationsController {

    private final Supplier<Revocations> revocations;

    RevocationsController(Supplier<Revocations> revocations) {
        this.revocations = revocations;
    }

    @Public
    @Hidden
    @GetMapping("/oauth2/revocations")
    Revocations revocations() {
        return revocations.get();
    }
}
