/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.passkey.web;

import community.townhall.gateway.identity.Account;
import community.townhall.gateway.identity.Accounts;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/** Accounts as WebAuthn knows users. Nothing is kept of it: an account has all that is asked for. */
final class AccountEntities implements PublicKeyCredentialUserEntityRepository {

    private final Accounts accounts;

    AccountEntities(Accounts accounts) {
        this.accounts = accounts;
    }

    static PublicKeyCredentialUserEntity of(Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(new Bytes(account.id().getBytes(StandardCharsets.UTF_8)))
                .name(account.username().value())
                .displayName(account.displayName())
                .build();
    }

    static String accountId(PublicKeyCredentialUserEntity entity) {
        return new String(entity.getId().getBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return active(accounts.withId(new String(id.getBytes(), StandardCharsets.UTF_8)));
    }

    /** @param accountId by which Spring Security calls who is signed in */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String accountId) {
        return active(accounts.withId(accountId));
    }

    private static @Nullable PublicKeyCredentialUserEntity active(Optional<Account> account) {
        return account.filter(Account::isActive).map(AccountEntities::of).orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        // an account is there before its passkeys
    }

    @Override
    public void delete(Bytes id) {
        // an account outlives its passkeys
    }
}
