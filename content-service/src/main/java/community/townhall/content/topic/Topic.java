/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What posts are about.
 *
 * @param slug its name in addresses, for good
 * @param version as loaded; 1 for a new one
 * @param origin the community it was imported from, absent for one set up here
 */
public record Topic(
        String slug,
        long version,
        String name,
        String description,
        @Nullable String origin) {

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

    Topic renamed(String newName, String newDescription) {
        return new Topic(slug, version, newName, newDescription, origin);
    }
}
