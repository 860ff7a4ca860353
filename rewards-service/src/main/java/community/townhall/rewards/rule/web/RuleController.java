/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.rule.web;

import community.townhall.kit.security.access.Operators;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Page;
import community.townhall.kit.web.Problems;
import community.townhall.rewards.rule.Rule;
import community.townhall.rewards.rule.Rules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/rewards/rules")
@Tag(name = "Rules", description = "What earns how many points")
class RuleController {

    private static final long MOST = 1_000_000;

    private final Rules rules;

    RuleController(Rules rules) {
        this.rules = rules;
    }

    record RuleView(
            String id,
            long amount,
            @Nullable Long dailyCap,
            boolean enabled,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            long version) {

        static RuleView of(Rule rule) {
            return new RuleView(
                    rule.id(),
                    rule.amount(),
                    rule.dailyCap(),
                    rule.enabled(),
                    rule.validFrom(),
                    rule.validUntil(),
                    rule.version());
        }
    }

    record ChangedRule(
            @NotNull @Min(0) @Max(MOST) Long amount,
            @Nullable @Min(0) @Max(MOST) Long dailyCap,
            @NotNull Boolean enabled,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            @NotNull Long version) {}

    @GetMapping
    @Public
    @Operation(
            summary =
                    "All rules; the cap is for a member and a UTC day, what was done outside of the times of a rule earns nothing")
    Page<RuleView> listRules() {
        return new Page<>(rules.all().stream().map(RuleView::of).toList(), null);
    }

    @PutMapping("/{id}")
    @Operators
    @Operation(summary = "Change a rule for what is earned from now on")
    RuleView changeRule(@PathVariable String id, @Valid @RequestBody ChangedRule request) {
        if (rules.find(id).isEmpty()) {
            throw Problems.notFound("rule", id);
        }
        if (!Rule.inOrder(request.validFrom(), request.validUntil())) {
            throw Problems.invalid("validUntil", "range", "validUntil must be after validFrom");
        }
        Rule changed = new Rule(
                id,
                request.amount(),
                request.dailyCap(),
                request.enabled(),
                request.validFrom(),
                request.validUntil(),
                request.version() + 1);
        if (!rules.replace(changed)) {
            throw Problems.stale("The rule %s is no longer at version %d".formatted(id, request.version()));
        }
        return RuleView.of(changed);
    }
}
