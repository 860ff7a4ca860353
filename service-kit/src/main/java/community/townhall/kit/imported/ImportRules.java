/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.imported;

import community.townhall.kit.refusal.Refusal;
import community.townhall.kit.web.ParameterForms;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request may say of where it comes from, in its part {@code imported}: one rule for posts, comments, votes,
 * members, topics and badges, so that what one service takes of a community the others take too.
 */
public final class ImportRules {

    /** Names a community, such as {@code quantumcomputing.stackexchange.com}. */
    public static final String ORIGIN = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    /** How long the id of a member is at most. */
    public static final int LONGEST_AUTHOR_ID = 64;

    private static final Pattern ORIGINS = Pattern.compile(ORIGIN);
    private static final Pattern AUTHORS = Pattern.compile(ParameterForms.NAME);

    private ImportRules() {}

    /**
     * A rule that was broken.
     *
     * @param field with the part that it is in, such as {@code imported.at}
     */
    public record Broken(String field, String rule, String message) {}

    /**
     * The community that something is said to come from.
     *
     * @throws Refusal when none is named so
     */
    public static String requiredOrigin(@Nullable String origin) {
        brokenBy(origin).ifPresent(broken -> {
            throw Refusal.invalid(broken.field(), broken.rule(), broken.message());
        });
        return Objects.requireNonNull(origin);
    }

    private static Optional<Broken> brokenBy(@Nullable String origin) {
        return origin == null || !ORIGINS.matcher(origin).matches()
                ? Optional.of(new Broken(
                        "imported.origin", "format", "imported.origin must be a host name of at most 100 characters"))
                : Optional.empty();
    }

    /**
     * @param authorId absent where it goes without saying whose doing it was
     * @param now nothing is imported from the future
     * @return empty when all of it may be said
     */
    public static Optional<Broken> brokenBy(
            @Nullable String origin, @Nullable String authorId, @Nullable Instant at, Instant now) {
        Optional<Broken> byOrigin = brokenBy(origin);
        if (byOrigin.isPresent()) {
            return byOrigin;
        }
        if (authorId != null
                && (authorId.length() > LONGEST_AUTHOR_ID
                        || !AUTHORS.matcher(authorId).matches())) {
            return Optional.of(new Broken(
                    "imported.authorId", "format", "imported.authorId must be an id of at most 64 characters"));
        }
        return brokenBy(at, now);
    }

    /** Whether something may have happened then: there was no such community before 1970. */
    public static Optional<Broken> brokenBy(@Nullable Instant at, Instant now) {
        if (at == null) {
            return Optional.of(new Broken("imported.at", "required", "imported.at is required"));
        }
        if (at.isAfter(now)) {
            return Optional.of(new Broken("imported.at", "past", "imported.at must not lie in the future"));
        }
        return at.isBefore(Instant.EPOCH)
                ? Optional.of(new Broken("imported.at", "past", "imported.at must not lie before 1970"))
                : Optional.empty();
    }
}
