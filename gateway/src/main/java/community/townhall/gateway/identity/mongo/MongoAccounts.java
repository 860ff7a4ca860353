/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.identity.Account;
import community.townhall.gateway.identity.Accounts;
import community.townhall.gateway.identity.Email;
import community.townhall.gateway.identity.Username;
import community.townhall.kit.security.Role;
import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
@ConditionalOnBuiltInIdentity
class MongoAccounts implements Accounts {

    /** After every character that a username may have. */
    private static final char AFTER_ALL = '~';

    private static final String EMAIL = "email";
    private static final String ROLES = "roles";
    private static final String STATE = "state";

    private final MongoOperations mongo;

    MongoAccounts(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Accounts of before they could be stopped have neither state nor the time of their password. */
    @Document("accounts")
    record AccountDocument(
            @Id String id,
            String username,
            String displayName,
            String passwordHash,
            Set<Role> roles,
            Account.@Nullable State state,
            Instant registeredAt,
            @Nullable Instant passwordSetAt,
            @Nullable String email,
            long version) {

        static AccountDocument of(Account account) {
            return new AccountDocument(
                    account.id(),
                    account.username().value(),
                    account.displayName(),
                    account.passwordHash(),
                    account.roles(),
                    account.state(),
                    account.registeredAt(),
                    account.passwordSetAt(),
                    addressOf(account),
                    account.version());
        }

        Account toAccount() {
            return new Account(
                    id,
                    new Username(username),
                    displayName,
                    passwordHash,
                    roles,
                    Objects.requireNonNullElse(state, Account.State.ACTIVE),
                    registeredAt,
                    Objects.requireNonNullElse(passwordSetAt, registeredAt),
                    email == null ? null : new Email(email),
                    version);
        }
    }

    private static @Nullable String addressOf(Account account) {
        Email email = account.email();
        return email == null ? null : email.value();
    }

    @PostConstruct
    void ensureIndexes() {
        mongo.indexOps(AccountDocument.class)
                .createIndex(
                        new Index(EMAIL, Sort.Direction.ASC).unique().sparse().named(EMAIL));
        mongo.indexOps(AccountDocument.class)
                .createIndex(new Index("username", Sort.Direction.ASC).unique().named("username"));
        mongo.indexOps(AccountDocument.class).createIndex(new Index(ROLES, Sort.Direction.ASC).named(ROLES));
    }

    @Override
    public Optional<Account> withId(String id) {
        return Optional.ofNullable(mongo.findById(id, AccountDocument.class)).map(AccountDocument::toAccount);
    }

    @Override
    public Optional<Account> named(Username username) {
        return Optional.ofNullable(mongo.findOne(query(where("username").is(username.value())), AccountDocument.class))
                .map(AccountDocument::toAccount);
    }

    @Override
    public Optional<Account> withEmail(Email email) {
        return Optional.ofNullable(mongo.findOne(query(where(EMAIL).is(email.value())), AccountDocument.class))
                .map(AccountDocument::toAccount);
    }

    @Override
    public List<Account> list(String beginning, @Nullable String after, int limit) {
        Criteria names = where("username");
        Criteria from = after == null ? names.gte(beginning) : names.gt(after);
        Query page =
                query(from.lt(beginning + AFTER_ALL)).with(Sort.by("username")).limit(limit);
        return mongo.find(page, AccountDocument.class).stream()
                .map(AccountDocument::toAccount)
                .toList();
    }

    @Override
    public boolean isAnotherActive(Set<Role> roles, String thanId) {
        return mongo.exists(
                query(where(ROLES)
                        .in(roles)
                        .and("_id")
                        .ne(thanId)
                        .and(STATE)
                        .nin(Account.State.STOPPED, Account.State.CLOSED)), // one of before has none, and is active
                AccountDocument.class);
    }

    @Override
    public boolean add(Account account) {
        try {
            mongo.insert(AccountDocument.of(account));
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Override
    public boolean update(Account account) {
        Query asBefore = query(where("_id").is(account.id()).and("version").is(account.version() - 1));
        Update changes = new Update()
                .set(ROLES, account.roles())
                .set(STATE, account.state())
                .set("passwordHash", account.passwordHash())
                .set("passwordSetAt", account.passwordSetAt())
                .set("version", account.version());
        @Nullable String address = addressOf(account);
        if (address == null) {
            changes.unset(EMAIL);
        } else {
            changes.set(EMAIL, address);
        }
        try {
            return mongo.updateFirst(asBefore, changes, AccountDocument.class).getMatchedCount() == 1;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }
}
