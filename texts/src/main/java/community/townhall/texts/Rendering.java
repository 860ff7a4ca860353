/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.List;

/**
 * A text as it is shown and read.
 *
 * @param html safe to put into a page
 * @param words what a reader sees of it, as text: blocks end with a line end, pictures are their alternative text
 * @param links every link and picture, in their order
 * @param prose what stands outside of code, block by block: where somebody is spoken to
 * @param titles what a reader sees who points at a link, a picture or an abbreviation
 * @param hasCode whether any of it is code
 * @param plain whether it passed a bound and so is shown as the plain text that was written
 */
public record Rendering(
        String html,
        String words,
        List<Link> links,
        List<String> prose,
        List<String> titles,
        boolean hasCode,
        boolean plain) {

    public Rendering {
        links = List.copyOf(links);
        prose = List.copyOf(prose);
        titles = List.copyOf(titles);
    }

    /** The first words on one line, cut between letters as readers count them; at most that many UTF-16 units. */
    public String excerpt(int most) {
        return Excerpts.of(words, most);
    }
}
