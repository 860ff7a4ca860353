/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import community.townhall.gateway.SecurityLog;
import community.townhall.gateway.identity.Account.State;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.Role;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What operators do about accounts, and how its owner closes one. Tokens of before are void. */
public final class ManageAccounts {

    /** The roles that make one. */
    private static final Set<Role> OPERATORS = Arrays.stream(Role.values())
            .filter(role -> RoleLadder.upTo(Set.of(role)).contains(Role.OPERATOR))
            .collect(Collectors.toUnmodifiableSet());

    private final Accounts accounts;
    private final SignInAttempts attempts;
    private final SignOuts signOuts;
    private final SecurityLog log;

    public ManageAccounts(Accounts accounts, SignInAttempts attempts, SignOuts signOuts, SecurityLog log) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.signOuts = signOuts;
        this.log = log;
    }

    /** What came of it. */
    public sealed interface Outcome {

        record Done(Account account) implements Outcome {}

        record Unknown() implements Outcome {}

        /** Somebody else changed the account at the same time. */
        record Stale() implements Outcome {}

        /** Nobody would be left who may do all that operators do. */
        record LastOperator() implements Outcome {}

        /**
         * @param field of the request
         * @param rule a stable name
         * @param message for people
         */
        record Refused(String field, String rule, String message) implements Outcome {}
    }

    public Outcome setRoles(String accountId, Set<Role> roles, Caller by) {
        return accounts.withId(accountId)
                .map(account -> refusal(account, roles, by).orElseGet(() -> {
                    Outcome outcome = updated(account, account.withRoles(roles));
                    if (outcome instanceof Outcome.Done) {
                        signOuts.renewTokens(accountId);
                        log.record(
                                "roles-set",
                                Map.of("account", accountId, "by", by.memberId(), "roles", String.valueOf(roles)));
                    }
                    return outcome;
                }))
                .orElseGet(Outcome.Unknown::new);
    }

    /** Nobody signs in with it, and whoever has is signed out. */
    public Outcome stop(String accountId, Caller by) {
        return change(accountId, State.ACTIVE, State.STOPPED, by);
    }

    public Outcome start(String accountId, Caller by) {
        return change(accountId, State.STOPPED, State.ACTIVE, by);
    }

    /** Forgets the wrong passwords: whoever might give them themselves would have as many tries as they like. */
    public Outcome unlock(String accountId, Caller by) {
        return accounts.withId(accountId)
                .map(account -> refusalToAct(account, by)
                        .<Outcome>map(refused -> refused)
                        .orElseGet(() -> {
                            attempts.forgetFailures(accountId);
                            log.record("account-unlocked", Map.of("account", accountId, "by", by.memberId()));
                            return new Outcome.Done(account);
                        }))
                .orElseGet(Outcome.Unknown::new);
    }

    /** For good, by its owner, who has just shown the password. */
    public Outcome close(Account account) {
        if (RoleLadder.upTo(account.roles()).contains(Role.OPERATOR)) {
            return new Outcome.Refused(
                    "account", "operator", "An operator's account is closed after another operator took the role away");
        }
        Outcome outcome = updated(account, account.in(State.CLOSED));
        if (outcome instanceof Outcome.Done) {
            signOuts.everywhere(account.id(), null);
            log.record("account-closed", Map.of("account", account.id()));
        }
        return outcome;
    }

    /** Whether somebody of these roles may act on an account of those: nobody on one above their own. */
    public static Optional<Outcome.Refused> refusalToAct(Account account, Caller by) {
        if (account.id().equals(by.memberId())) {
            return Optional.of(new Outcome.Refused("account", "self", "Nobody does this to their own account"));
        }
        if (account.roles().contains(Role.ADMINISTRATOR) && !by.is(Role.ADMINISTRATOR)) {
            return Optional.of(new Outcome.Refused(
                    "account", "administrator", "Only an administrator acts on an administrator's account"));
        }
        return Optional.empty();
    }

    private Outcome change(String accountId, State from, State to, Caller by) {
        Optional<Account> found = accounts.withId(accountId);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        Account account = found.get();
        Optional<Outcome.Refused> refusal = refusalToAct(account, by);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (account.state() == to) {
            return new Outcome.Done(account);
        }
        if (account.state() != from) {
            return closed();
        }
        Outcome outcome = updated(account, account.in(to));
        if (outcome instanceof Outcome.Done) {
            signOuts.everywhere(accountId, null);
            log.record(
                    to == State.STOPPED ? "account-stopped" : "account-started",
                    Map.of("account", accountId, "by", by.memberId()));
        }
        return outcome;
    }

    private Outcome updated(Account account, Account changed) {
        boolean operatorLess = isOperator(account) && !isOperator(changed);
        if (operatorLess && !accounts.isAnotherActive(OPERATORS, account.id())) {
            return new Outcome.LastOperator();
        }
        if (!accounts.update(changed)) {
            return new Outcome.Stale();
        }
        if (operatorLess && !accounts.isAnotherActive(OPERATORS, account.id())) {
            // The last two are being changed at the same time.
            accounts.update(changed.like(account));
            return new Outcome.LastOperator();
        }
        return new Outcome.Done(changed);
    }

    private static boolean isOperator(Account account) {
        return account.isActive() && account.roles().stream().anyMatch(OPERATORS::contains);
    }

    private static Outcome.Refused closed() {
        return new Outcome.Refused("account", "closed", "Its owner has closed the account");
    }

    static Optional<Outcome> refusal(Account account, Set<Role> roles, Caller by) {
        if (account.id().equals(by.memberId()) && !RoleLadder.upTo(roles).contains(Role.OPERATOR)) {
            return Optional.of(
                    new Outcome.Refused("roles", "self", "Nobody takes the operator's role from themselves"));
        }
        Set<Role> touched = new HashSet<>(roles);
        touched.addAll(account.roles());
        if (touched.contains(Role.ADMINISTRATOR) && !by.is(Role.ADMINISTRATOR)) {
            return Optional.of(new Outcome.Refused(
                    "roles", "administrator", "Only an administrator changes who is administrator"));
        }
        if (account.state() == State.CLOSED) {
            return Optional.of(closed());
        }
        return Optional.empty();
    }
}
