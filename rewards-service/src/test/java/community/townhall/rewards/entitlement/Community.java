/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

import community.townhall.rewards.ledger.Claim;
import community.townhall.rewards.ledger.Entries;
import community.townhall.rewards.ledger.Entry;
import community.townhall.rewards.ledger.InMemoryEntries;
import community.townhall.rewards.ledger.Ledger;
import community.townhall.rewards.ledger.LedgerEvent;
import community.townhall.rewards.rule.Rule;
import community.townhall.rewards.rule.Rules;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Several instances of the service over the same stores. Whenever one of them touches a store, another may be let in
 * first, and handle a whole event before the first goes on: so every read may be out of date when it is acted on.
 */
final class Community {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final int INSTANCES = 3;

    final InMemoryEntries ledger = new InMemoryEntries();
    private final Map<String, Merit> merits = new HashMap<>();
    final Map<String, Unsettled.Waiting> unsettled = new HashMap<>();
    private final List<SettleEntitlements> instances;
    private final Random chance;
    private final Deque<Consumer<SettleEntitlements>> waiting = new ArrayDeque<>();
    private int busy;

    Community(@Nullable Long cap, Random chance) {
        this.chance = chance;
        Rules rules = new EqualRules(cap);
        Merits shared = new SharedMerits();
        Entries entries = new SharedEntries();
        this.instances = java.util.stream.Stream.generate(() -> new SettleEntitlements(
                        shared,
                        new Ledger(entries, () -> UUID.randomUUID().toString(), Clock.fixed(NOW, ZoneOffset.UTC)),
                        rules,
                        new SharedUnsettled(),
                        (contentId, _) -> waiting.addLast(settle -> judgeMeritsAbout(settle, contentId, null))))
                .limit(INSTANCES)
                .toList();
    }

    /** Lets the instances handle these events, begun in that order, one within another as chance has it. */
    void handle(List<Consumer<SettleEntitlements>> events) {
        waiting.addAll(events);
        while (!waiting.isEmpty()) {
            handleNext();
        }
    }

    private void judgeMeritsAbout(SettleEntitlements settle, String contentId, @Nullable String after) {
        settle.judgeMeritsAbout(contentId, after)
                .ifPresent(page -> waiting.addLast(again -> judgeMeritsAbout(again, contentId, page)));
    }

    private void handleNext() {
        Consumer<SettleEntitlements> event = waiting.removeFirst();
        SettleEntitlements instance = instances.get(busy++);
        try {
            event.accept(instance);
        } finally {
            busy--;
        }
    }

    private void interrupt() {
        while (busy < INSTANCES && !waiting.isEmpty() && chance.nextInt(4) == 0) {
            handleNext();
        }
    }

    /** All rules give ten points and have that cap. */
    private record EqualRules(@Nullable Long cap) implements Rules {

        @Override
        public List<Rule> all() {
            return Arrays.stream(Earning.values())
                    .map(earning -> inForce(earning.ruleId()))
                    .toList();
        }

        @Override
        public Optional<Rule> find(String id) {
            return all().stream().filter(rule -> rule.id().equals(id)).findFirst();
        }

        @Override
        public Rule inForce(String id) {
            return Rule.shipped(id, EntitlementsPropertyTest.AMOUNT, cap);
        }

        @Override
        public boolean replace(Rule changed) {
            throw new UnsupportedOperationException();
        }
    }

    private final class SharedMerits implements Merits {

        @Override
        public boolean learn(Merit merit) {
            interrupt();
            Merit kept = merits.merge(merit.id(), merit, (old, told) -> told.version() > old.version() ? told : old);
            return kept == merit;
        }

        @Override
        public List<Merit> find(Collection<String> ids) {
            interrupt();
            return ids.stream()
                    .flatMap(id -> Optional.ofNullable(merits.get(id)).stream())
                    .toList();
        }

        @Override
        public List<String> standingAbout(String contentId, @Nullable String after, int limit) {
            interrupt();
            return merits.values().stream()
                    .filter(merit -> merit.stands() && merit.about().contains(contentId))
                    .map(Merit::id)
                    .sorted()
                    .filter(id -> after == null || id.compareTo(after) > 0)
                    .limit(limit)
                    .toList();
        }
    }

    /** What is put off comes up again, sooner or later than other events, and more than once. */
    private final class SharedUnsettled implements Unsettled {

        private int putOff;

        @Override
        public void putOff(String meritId, int turn) {
            interrupt();
            Waiting since = new Waiting(meritId, Integer.toString(putOff++));
            unsettled.put(meritId, since);
            waiting.add(settle -> settle.settle(since));
        }

        @Override
        public List<Waiting> due(int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void settled(Waiting settled) {
            interrupt();
            unsettled.remove(settled.meritId(), settled);
        }

        @Override
        public long waiting() {
            return unsettled.size();
        }
    }

    private final class SharedEntries extends InMemoryEntries {

        @Override
        public boolean append(Entry entry, List<LedgerEvent> events) {
            interrupt();
            return ledger.append(entry, events);
        }

        @Override
        public Optional<Entry> last(String account) {
            interrupt();
            return ledger.last(account);
        }

        @Override
        public Optional<Entry> lastOf(Claim claim) {
            Optional<Entry> last = ledger.lastOf(claim);
            interrupt(); // what was read is out of date at once
            return last;
        }

        @Override
        public Optional<Entry> lastIn(
                String account, community.townhall.rewards.ledger.PeriodKind kind, java.time.LocalDate day) {
            interrupt();
            return ledger.lastIn(account, kind, day);
        }
    }
}
