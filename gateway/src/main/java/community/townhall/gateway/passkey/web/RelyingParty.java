/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.passkey.web;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.PublicAddress;
import community.townhall.gateway.SealedCookies;
import community.townhall.gateway.identity.Account;
import community.townhall.gateway.identity.Accounts;
import community.townhall.gateway.passkey.Passkeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two ceremonies of WebAuthn (W3C Recommendation, level 2, section 7) as the party that browsers talk to. Between
 * their two steps the challenge is with the browser, sealed: asking for one costs nothing to remember. A device has to
 * verify its user (by finger, face or code), so that a passkey is two factors in one.
 */
@Component
@ConditionalOnBuiltInIdentity
class RelyingParty {

    private static final Logger log = LoggerFactory.getLogger(RelyingParty.class);
    private static final String COOKIE = "TOWNHALL_PASSKEY";
    private static final String CHALLENGE = "challenge";
    private static final String ACCOUNT = "account";
    private static final Duration TIME_LIMIT = Duration.ofMinutes(5);

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final PublicKeyCredentialRpEntity ourselves;
    private final WebAuthnRelyingPartyOperations operations;
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final SealedCookies cookies;

    RelyingParty(
            Accounts accounts,
            Passkeys passkeys,
            UserCredentialRepository credentials,
            SealedCookies cookies,
            PublicAddress address) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.cookies = cookies;
        URI url = address.url();
        this.ourselves = PublicKeyCredentialRpEntity.builder()
                .id(String.valueOf(url.getHost()))
                .name("Townhall")
                .build();
        String origin = url.toString().replaceFirst("/$", "");
        this.operations = new Webauthn4JRelyingPartyOperations(
                new AccountEntities(accounts), credentials, ourselves, Set.of(origin));
    }

    /** What a browser needs to make a passkey for that account. */
    JsonNode beginCreation(Account account, HttpServletResponse response) {
        Bytes challenge = Bytes.random();
        keep(response, Map.of(CHALLENGE, challenge.toBase64UrlString(), ACCOUNT, account.id()));
        return json.valueToTree(creation(account, challenge));
    }

    /**
     * Keeps what the browser made.
     *
     * @return false when it does not answer what was asked
     */
    boolean endCreation(
            Account account,
            JsonNode credential,
            String label,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Bytes> challenge = cookies.read(request, COOKIE)
                .filter(fields -> account.id().equals(fields.get(ACCOUNT)))
                .map(fields -> Bytes.fromBase64(fields.get(CHALLENGE)));
        cookies.remove(response, COOKIE);
        if (challenge.isEmpty()) {
            return false;
        }
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> made =
                    json.convertValue(credential, new TypeReference<>() {});
            operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    creation(account, challenge.get()), new RelyingPartyPublicKey(made, label)));
            return true;
        } catch (RuntimeException bad) {
            log.debug("A passkey was not taken: {}", bad.toString());
            return false;
        }
    }

    /** What a browser needs to show that it has a passkey of anybody's. */
    JsonNode beginSignIn(HttpServletResponse response) {
        Bytes challenge = Bytes.random();
        keep(response, Map.of(CHALLENGE, challenge.toBase64UrlString()));
        return json.valueToTree(request(challenge));
    }

    /** Whose passkey it is; empty when it is nobody's who may sign in, or does not answer what was asked. */
    Optional<Account> endSignIn(JsonNode credential, HttpServletRequest request, HttpServletResponse response) {
        Optional<Bytes> challenge = cookies.read(request, COOKIE)
                .filter(fields -> !fields.containsKey(ACCOUNT))
                .map(fields -> Bytes.fromBase64(fields.get(CHALLENGE)));
        cookies.remove(response, COOKIE);
        if (challenge.isEmpty()) {
            return Optional.empty();
        }
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> shown =
                    json.convertValue(credential, new TypeReference<>() {});
            String accountId = AccountEntities.accountId(
                    operations.authenticate(new RelyingPartyAuthenticationRequest(request(challenge.get()), shown)));
            return accounts.withId(accountId).filter(Account::isActive);
        } catch (RuntimeException bad) {
            log.debug("A passkey did not sign in: {}", bad.toString());
            return Optional.empty();
        }
    }

    private void keep(HttpServletResponse response, Map<String, String> fields) {
        cookies.put(response, COOKIE, fields, TIME_LIMIT);
    }

    private PublicKeyCredentialCreationOptions creation(Account account, Bytes challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(ourselves)
                .user(AccountEntities.of(account))
                .challenge(challenge)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .excludeCredentials(passkeys.ofAccount(account.id()).stream()
                        .map(passkey -> PublicKeyCredentialDescriptor.builder()
                                .id(Bytes.fromBase64(passkey.id()))
                                .build())
                        .toList())
                .timeout(TIME_LIMIT)
                .build();
    }

    private PublicKeyCredentialRequestOptions request(Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(ourselves.getId())
                .timeout(TIME_LIMIT)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }
}
