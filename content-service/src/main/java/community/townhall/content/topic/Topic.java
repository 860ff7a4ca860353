/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic;

import community.townhall.kit.refusal.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What posts are about.
 *
 * @param slug its name in addresses, for good
 * @param version as loaded; 1 for a new one
 * @param origin the community it was imported from, absent for one set up here
 * @param changedHere whether an operator has described anew what was imported
 */
public record Topic(
        String slug,
        long version,
        String name,
        String description,
        @Nullable String origin,
        boolean changedHere) {

    /** Letters of any script but no capitals, digits, and what names such as {@code c++}, {@code c#} or {@code .net} need. */
    private static final Pattern SLUG =
            Pattern.compile("\\.?[\\p{Ll}\\p{Lo}\\p{Nd}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{Nd}+#.-]{0,49}");

    /** Where a topic stands among all: by name, whatever its case. A name has one line. */
    public record Place(String name, String slug) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byName = String.CASE_INSENSITIVE_ORDER.compare(name, other.name);
            return byName != 0 ? byName : slug.compareTo(other.slug);
        }
    }

    public Place place() {
        return new Place(name, slug);
    }

    public static boolean isSlug(String text) {
        return SLUG.matcher(text).matches();
    }

    /** @param newDescription empty to leave it as it is */
    Topic described(String newName, Optional<String> newDescription) {
        return says(newName, newDescription) ? this : with(newName, newDescription, origin != null);
    }

    /**
     * As the community that it comes from describes it: that adds what nobody said yet, and changes nothing. One of
     * another origin, or of none, stays as it is.
     *
     * @throws Refusal when it is described otherwise here
     */
    Topic imported(String from, String itsName, Optional<String> itsDescription) {
        if (!from.equals(origin) || says(itsName, itsDescription)) {
            return this;
        }
        if (changedHere || !description.isEmpty() || !name.equals(itsName)) {
            throw Refusal.kept("The topic " + slug + " is described otherwise here, and stays as it is");
        }
        return with(itsName, itsDescription, false);
    }

    private boolean says(String itsName, Optional<String> itsDescription) {
        return name.equals(itsName) && description.equals(itsDescription.orElse(description));
    }

    private Topic with(String newName, Optional<String> newDescription, boolean here) {
        return new Topic(slug, version, newName, newDescription.orElse(description), origin, here);
    }
}
