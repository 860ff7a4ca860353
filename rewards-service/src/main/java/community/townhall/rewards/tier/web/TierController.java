/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.tier.web;

import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Page;
import community.townhall.rewards.tier.Tier;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Tiers", description = "What lifetime points make of a member")
class TierController {

    record TierView(String name, long at) {

        static TierView of(Tier tier) {
            return new TierView(tier.id(), tier.threshold());
        }
    }

    @GetMapping("/api/rewards/tiers")
    @Public
    @Operation(summary = "All tiers, lowest first, with the lifetime points they begin at")
    Page<TierView> listTiers() {
        return new Page<>(Arrays.stream(Tier.values()).map(TierView::of).toList(), null);
    }
}
