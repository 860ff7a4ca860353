/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.identity.Account;
import community.townhall.gateway.identity.Accounts;
import community.townhall.gateway.identity.SignInFailures;
import community.townhall.gateway.identity.Username;
import community.townhall.kit.security.Role;
import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
@ConditionalOnBuiltInIdentity
class MongoAccounts implements Accounts {

    private final MongoOperations mongo;

    MongoAccounts(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Document("accounts")
    record AccountDocument(
            @Id String id,
            String username,
            String displayName,
            String passwordHash,
            Set<Role> roles,
            int failures,
            Instant lockedUntil,
            Instant registeredAt,
            long version) {

        static AccountDocument of(Account account) {
            return new AccountDocument(
                    account.id(),
                    account.username().value(),
                    account.displayName(),
                    account.passwordHash(),
                    account.roles(),
                    account.failures().inARow(),
                    account.failures().lockedUntil(),
                    account.registeredAt(),
                    account.version());
        }

        Account toAccount() {
            return new Account(
                    id,
                    new Username(username),
                    displayName,
                    passwordHash,
                    roles,
                    new SignInFailures(failures, lockedUntil),
                    registeredAt,
                    version);
        }
    }

    @PostConstruct
    void ensureUniqueUsernames() {
        mongo.indexOps(AccountDocument.class)
                .createIndex(new Index("username", Sort.Direction.ASC).unique().named("username"));
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
    public boolean add(Account account) {
        try {
            mongo.insert(AccountDocument.of(account));
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Override
    public boolean updateRoles(Account account) {
        return mongo.updateFirst(
                                query(where("_id")
                                        .is(account.id())
                                        .and("version")
                                        .is(account.version() - 1)),
                                new Update().set("roles", account.roles()).set("version", account.version()),
                                AccountDocument.class)
                        .getMatchedCount()
                == 1;
    }

    @Override
    public boolean updateFailures(Account before, SignInFailures after) {
        SignInFailures were = before.failures();
        return mongo.updateFirst(
                                query(where("_id")
                                        .is(before.id())
                                        .and("failures")
                                        .is(were.inARow())
                                        .and("lockedUntil")
                                        .is(were.lockedUntil())),
                                new Update().set("failures", after.inARow()).set("lockedUntil", after.lockedUntil()),
                                AccountDocument.class)
                        .getMatchedCount()
                == 1;
    }
}
