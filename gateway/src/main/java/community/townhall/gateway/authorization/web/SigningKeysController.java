/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization.web;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.SecurityLog;
import community.townhall.gateway.authorization.RotateSigningKeys;
import community.townhall.gateway.authorization.SigningKey;
import community.townhall.kit.refusal.Refusal;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Operators;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What operators do about the keys of access tokens. */
@RestController
@RequestMapping("/identity/signing-keys")
@ConditionalOnBuiltInIdentity
@Tag(name = "Signing keys")
class SigningKeysController {

    private final RotateSigningKeys keys;
    private final SecurityLog log;

    SigningKeysController(RotateSigningKeys keys, SecurityLog log) {
        this.keys = keys;
        this.log = log;
    }

    /**
     * A key, without what signs.
     *
     * @param kid as the header of its tokens names it
     * @param signs whether it is the one that signs now
     * @param verifiesUntil when the last token that it signed has expired; absent while it has no successor
     */
    record SigningKeyView(
            String kid,
            Instant createdAt,
            Instant signsFrom,
            boolean signs,
            @Nullable Instant verifiesUntil) {}

    record SigningKeysView(List<SigningKeyView> keys) {}

    @Operators
    @GetMapping
    @Operation(summary = "The keys that verify access tokens, the newest first")
    SigningKeysView listSigningKeys() {
        return view();
    }

    @Operators
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a new signing key",
            description = "It signs within minutes; the old one verifies until its last token has expired, so nobody"
                    + " is signed out")
    SigningKeysView rotateSigningKey(Caller caller) {
        SigningKey made = keys.rotate()
                .orElseThrow(() -> Refusal.conflict("A new key is on its way, or too many old ones are still in use"));
        log.record(
                "signing-key-made", Map.of("key", SigningKeySource.parse(made).getKeyID(), "by", caller.memberId()));
        return view();
    }

    private SigningKeysView view() {
        List<SigningKey> inUse = keys.current();
        SigningKey signing = inUse.getFirst();
        return new SigningKeysView(inUse.stream()
                .sorted(Comparator.comparingInt(SigningKey::number).reversed())
                .map(key -> new SigningKeyView(
                        SigningKeySource.parse(key).getKeyID(),
                        key.createdAt(),
                        key.signsFrom(),
                        key.equals(signing),
                        inUse.stream()
                                .filter(other -> other.number() == key.number() + 1)
                                .findFirst()
                                .map(keys::lastUse)
                                .orElse(null)))
                .toList());
    }
}
