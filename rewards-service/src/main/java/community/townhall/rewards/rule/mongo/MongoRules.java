/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.rule.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import community.townhall.rewards.rule.Rule;
import community.townhall.rewards.rule.Rules;
import community.townhall.rewards.rule.ShippedRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class MongoRules implements Rules {

    private static final Duration STALE_AFTER = Duration.ofSeconds(2);

    private final MongoOperations mongo;
    private final LoadingCache<String, Rule> inForce =
            Caffeine.newBuilder().expireAfterWrite(STALE_AFTER).build(id -> find(id).orElseThrow());

    MongoRules(MongoOperations mongo, ShippedRules shipped) {
        this.mongo = mongo;
        shipped.rules().forEach(this::seed);
    }

    private void seed(Rule rule) {
        try {
            mongo.insert(RuleDocument.of(rule));
        } catch (DuplicateKeyException e) {
            // It stands already, perhaps changed by an operator since.
        }
    }

    @Override
    public List<Rule> all() {
        return mongo.find(new Query().with(Sort.by("_id")), RuleDocument.class).stream()
                .map(RuleDocument::toRule)
                .toList();
    }

    @Override
    public Optional<Rule> find(String id) {
        return Optional.ofNullable(mongo.findById(id, RuleDocument.class)).map(RuleDocument::toRule);
    }

    @Override
    public Rule inForce(String id) {
        return inForce.get(id);
    }

    @Override
    public boolean replace(Rule changed) {
        Update change = new Update()
                .set("amount", changed.amount())
                .set("enabled", changed.enabled())
                .set("version", changed.version());
        setOrUnset(change, "dailyCap", changed.dailyCap());
        setOrUnset(change, "validFrom", changed.validFrom());
        setOrUnset(change, "validUntil", changed.validUntil());
        Query before = Query.query(where("_id").is(changed.id()).and("version").is(changed.version() - 1));
        boolean replaced = mongo.updateFirst(before, change, RuleDocument.class).getModifiedCount() == 1;
        inForce.invalidate(changed.id());
        return replaced;
    }

    private static void setOrUnset(Update change, String field, @Nullable Object value) {
        if (value == null) {
            change.unset(field);
        } else {
            change.set(field, value);
        }
    }
}
