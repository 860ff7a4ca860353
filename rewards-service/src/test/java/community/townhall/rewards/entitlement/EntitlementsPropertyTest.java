/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.rewards.entitlement.Merit.Kind;
import community.townhall.rewards.ledger.Claim;
import community.townhall.rewards.ledger.Entry;
import community.townhall.rewards.ledger.LedgerAudit;
import community.townhall.rewards.ledger.PeriodKind;
import community.townhall.rewards.ledger.Totals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

/**
 * A random history of a small community, told in any order, some of it more than once, to several instances at once: the
 * ledger ends as the history demands.
 */
class EntitlementsPropertyTest {

    static final long AMOUNT = 10;
    private static final List<String> MEMBERS = List.of("ada", "bob", "cy");
    private static final String STRANGER = "stranger";

    /** A Saturday; the history goes on into the next week and, from its third day, the next year. */
    private static final Instant BEGINNING = Instant.parse("2017-12-30T06:00:00Z");

    private final List<Consumer<SettleEntitlements>> events = new ArrayList<>();
    private final Map<String, Merit> contents = new HashMap<>();
    private final Map<String, Merit> votes = new HashMap<>();
    private @Nullable String acceptedAnswer;

    @Property(tries = 300)
    void in_any_order_and_however_often_told_the_balances_are_what_the_history_demands(@ForAll long seed) {
        Random chance = new Random(seed);
        makeHistory(chance, false);
        Community community = new Community(null, chance);

        community.handle(shuffledWithRepetitions(chance));

        Map<String, Long> expected = demanded();
        for (String member : MEMBERS) {
            assertThat(community.ledger.balance(member)).as(member).isEqualTo(expected.getOrDefault(member, 0L));
        }
        assertBooksBalance(community);
    }

    @Property(tries = 300)
    void caps_are_never_exceeded_and_are_filled_by_what_stands(
            @ForAll long seed, @ForAll @LongRange(min = 0, max = 45) long cap) {
        Random chance = new Random(seed);
        makeHistory(chance, true);
        Community community = new Community(cap, chance);

        community.handle(shuffledWithRepetitions(chance));

        assertBooksBalance(community);
        Map<String, Long> netOfRuleAndDay = community.ledger.all().stream()
                .collect(Collectors.groupingBy(
                        EntitlementsPropertyTest::accountRuleAndDay, Collectors.summingLong(Entry::amount)));
        Map<String, Set<Claim>> claims = community.ledger.all().stream()
                .collect(Collectors.groupingBy(
                        EntitlementsPropertyTest::accountRuleAndDay,
                        Collectors.mapping(Entry::claim, Collectors.toSet())));
        netOfRuleAndDay.forEach((key, net) -> assertThat(net)
                .as(key)
                .isEqualTo(Math.min(
                        cap, AMOUNT * Objects.requireNonNull(claims.get(key)).size())));
        assertThat(community.ledger.all())
                .allSatisfy(entry -> assertThat(entry.totals()
                                .credited()
                                .getOrDefault(entry.claim().rule(), 0L))
                        .isLessThanOrEqualTo(cap));
    }

    @Property(tries = 200)
    void what_is_taken_back_and_made_good_nets_to_the_first_credit_or_nothing(
            @ForAll long seed, @ForAll @LongRange(min = 0, max = 45) long cap) {
        Random chance = new Random(seed);
        makeHistory(chance, false);
        Community community = new Community(cap, chance);

        community.handle(shuffledWithRepetitions(chance));

        community.ledger.all().stream()
                .collect(Collectors.groupingBy(Entry::claim))
                .forEach((claim, entries) -> {
                    long first = entries.getFirst().amount();
                    long net = entries.stream().mapToLong(Entry::amount).sum();
                    assertThat(net).as("%s", claim).isEqualTo(entries.getLast().isCredit() ? first : 0);
                });
        assertBooksBalance(community);
    }

    private static String accountRuleAndDay(Entry entry) {
        return entry.account() + " " + entry.claim().rule() + " " + entry.day();
    }

    private static void assertBooksBalance(Community community) {
        assertThat(community.unsettled).isEmpty();
        assertThat(LedgerAudit.of(community.ledger).imbalance()).isZero();
        assertThat(community.ledger.of(STRANGER)).isEmpty();
        for (Entry entry : community.ledger.all()) {
            for (PeriodKind kind : PeriodKind.values()) {
                long sum = community
                        .ledger
                        .of(entry.account())
                        .filter(earlier -> earlier.sequence() <= entry.sequence())
                        .filter(earlier -> kind.keyOf(earlier.day()).equals(kind.keyOf(entry.day())))
                        .mapToLong(Entry::amount)
                        .sum();
                assertThat(points(entry.totals(), kind))
                        .as(kind + " of " + entry)
                        .isEqualTo(sum);
            }
        }
    }

    private static long points(Totals totals, PeriodKind kind) {
        return switch (kind) {
            case DAY -> totals.day();
            case WEEK -> totals.week();
            case MONTH -> totals.month();
        };
    }

    /** @param standing whether everything stands in the end */
    private void makeHistory(Random chance, boolean standing) {
        events.clear();
        contents.clear();
        votes.clear();
        acceptedAnswer = null;
        tell(chance, standing, "question", Kind.POST);
        for (int i = 0; i < 3; i++) {
            tell(chance, standing, "answer-" + i, Kind.ANSWER);
        }
        tell(chance, standing, "post", Kind.POST);
        tell(chance, standing, "comment", Kind.COMMENT);
        for (String target : List.copyOf(contents.keySet())) {
            for (String voter : MEMBERS) {
                tellVotes(chance, standing, target, voter);
            }
            tellVotes(chance, standing, target, STRANGER);
        }
        tellAcceptances(chance, standing);
    }

    private void tell(Random chance, boolean standing, String id, Kind kind) {
        String author = anyOf(MEMBERS, chance);
        Instant at = anyTime(chance);
        int versions = 1 + chance.nextInt(4);
        for (int version = 1; version <= versions; version++) {
            boolean visible = standing && version == versions || chance.nextBoolean();
            Merit content = Merit.writing(kind, id, version, author, visible, at);
            contents.put(id, content);
            events.add(settle -> settle.after(content));
        }
    }

    private void tellVotes(Random chance, boolean standing, String target, String voter) {
        String id = voter + " on " + target;
        Instant at = anyTime(chance);
        int versions = chance.nextInt(4);
        for (int version = 1; version <= versions; version++) {
            boolean up = standing && version == versions || chance.nextBoolean();
            Kind kind = target.equals("comment") ? Kind.COMMENT_UPVOTE : Kind.UPVOTE;
            Merit vote = new Merit(id, kind, version, id, voter, voter.equals(STRANGER), List.of(target), up, at);
            votes.put(id, vote);
            events.add(settle -> settle.after(vote));
        }
    }

    private void tellAcceptances(Random chance, boolean standing) {
        String asker = Objects.requireNonNull(contents.get("question")).memberId();
        @Nullable String formerly = null;
        int versions = chance.nextInt(5);
        for (int version = 1; version <= versions; version++) {
            // All standing means that whatever was credited is: one and the same answer then.
            String answer = standing ? "answer-0" : "answer-" + chance.nextInt(3);
            @Nullable String accepted = !standing && chance.nextInt(3) == 0 ? null : answer;
            List<Merit> told = Acceptances.merits("question", version, asker, accepted, formerly, BEGINNING);
            events.add(settle -> told.forEach(settle::after));
            formerly = accepted;
            acceptedAnswer = accepted;
        }
    }

    private static Instant anyTime(Random chance) {
        return BEGINNING.plusSeconds(chance.nextInt(4 * 24 * 3600));
    }

    private static String anyOf(List<String> all, Random chance) {
        return all.get(chance.nextInt(all.size()));
    }

    private List<Consumer<SettleEntitlements>> shuffledWithRepetitions(Random chance) {
        List<Consumer<SettleEntitlements>> told = new ArrayList<>(events);
        for (Consumer<SettleEntitlements> event : events) {
            if (chance.nextInt(3) == 0) {
                told.add(event);
            }
        }
        Collections.shuffle(told, chance);
        return told;
    }

    /** Worked out from how the history ended, without the classes under test. */
    private Map<String, Long> demanded() {
        Map<String, Long> points = new HashMap<>();
        for (Merit content : contents.values()) {
            if (content.stands()) {
                points.merge(content.memberId(), AMOUNT, Long::sum);
            }
        }
        for (Merit vote : votes.values()) {
            Merit target = Objects.requireNonNull(contents.get(vote.about().getFirst()));
            if (vote.stands() && target.stands() && !target.memberId().equals(vote.memberId())) {
                points.merge(target.memberId(), AMOUNT, Long::sum);
                points.merge(vote.memberId(), AMOUNT, Long::sum);
            }
        }
        if (acceptedAnswer != null) {
            Merit answer = Objects.requireNonNull(contents.get(acceptedAnswer));
            Merit question = Objects.requireNonNull(contents.get("question"));
            if (answer.stands() && !answer.memberId().equals(question.memberId())) {
                points.merge(answer.memberId(), AMOUNT, Long::sum);
                if (question.stands()) {
                    points.merge(question.memberId(), AMOUNT, Long::sum);
                }
            }
        }
        return points;
    }
}
