/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.acts;

import community.townhall.kit.security.access.Operators;
import community.townhall.kit.web.Cursor;
import community.townhall.kit.web.CursorList;
import community.townhall.kit.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what operators did here. */
@RestController
@Tag(name = "Operations", description = "How events flow through this service")
class ActsController {

    private final OperatorActs acts;
    private final CursorList list;

    ActsController(OperatorActs acts, @Value("${townhall.service:gateway}") String service) {
        this.acts = acts;
        this.list = CursorList.of("acts", service);
    }

    @GetMapping("${townhall.acts-path:/api/${townhall.service:}/operations/acts}")
    @Operators
    @Operation(
            summary = "What operators did, the latest first",
            description = "Kept before it is carried out; without a status it was cut off. Imports are not listed")
    Page<OperatorAct> listActs(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        @Nullable Cursor from = list.decode(cursor, 1);
        List<OperatorAct> found = acts.list(from == null ? null : from.text(0), limit + 1);
        return Page.of(found, limit, last -> list.cursor(last.id()));
    }
}
