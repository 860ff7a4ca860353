/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import community.townhall.kit.outbox.Retry;
import community.townhall.kit.refusal.Refusal;
import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.Contents;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a case is changed: written together with its effects, which are then carried out at once if possible. */
final class Docket {

    private static final Logger log = LoggerFactory.getLogger(Docket.class);

    private final Cases cases;
    private final CarryOut carryOut;
    private final Contents contents;
    private final Clock clock;

    Docket(Cases cases, CarryOut carryOut, Contents contents, Clock clock) {
        this.cases = cases;
        this.carryOut = carryOut;
        this.contents = contents;
        this.clock = clock;
    }

    Case find(String id) {
        return existing(id);
    }

    /** Changes the case as it stands now, opening it first when there is none. */
    Case change(String id, Supplier<Case> opening, UnaryOperator<Case> change) {
        return carriedOut(Retry.onConflict(() -> {
            Optional<Case> found = cases.find(id);
            if (found.isPresent()) {
                return written(found.get(), change);
            }
            Optional<Case> opened = cases.insert(change.apply(opening.get()));
            return opened.isPresent() ? unlessDeleted(opened.get()) : written(existing(id), change);
        }));
    }

    /** Changes the case as it stands now. */
    Case change(String id, UnaryOperator<Case> change) {
        return carriedOut(Retry.onConflict(() -> written(existing(id), change)));
    }

    /**
     * Changes the case as its reader saw it.
     *
     * @throws Refusal when it is at another version now
     */
    Case change(String id, long version, UnaryOperator<Case> change) {
        Case found = existing(id);
        if (found.version() != version) {
            throw Refusal.stale("The case is at version %d now".formatted(found.version()));
        }
        return carriedOut(written(found, change));
    }

    /** The case with nothing left to carry out, so that the content is where its decisions put it. */
    @Nullable
    Case settled(String id) {
        Case found = cases.find(id).orElse(null);
        if (found != null) {
            carryOut.effectsOf(found);
        }
        return found;
    }

    private Case existing(String id) {
        return cases.find(id).orElseThrow(() -> Refusal.unknown("case", id));
    }

    private Case written(Case found, UnaryOperator<Case> change) {
        Case changed = change.apply(found);
        return changed.equals(found) ? found : unlessDeleted(cases.update(changed));
    }

    /** A deletion, also of what it stands under, closes the case that it finds; one that it did not find closes itself. */
    private Case unlessDeleted(Case written) {
        boolean overtaken = !written.isClosed()
                && contents.findInPlace(written.id()).filter(Content::isDeleted).isPresent();
        return overtaken ? cases.update(written.subjectDeleted(clock.instant())) : written;
    }

    /** The change stands; what is left over if this is cut off, the sweep carries out. */
    private Case carriedOut(Case written) {
        try {
            carryOut.effectsOf(written);
        } catch (RuntimeException e) {
            log.warn("The effects of case {} are left to the sweep: {}", written.id(), e.toString());
        }
        return written;
    }
}
