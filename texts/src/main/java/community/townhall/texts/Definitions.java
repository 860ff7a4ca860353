/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of the document each definition that a link asks for, so that those are left which none does.
 *
 * @param ofDocument a parser of what stands within the blocks of this document only
 */
record Definitions(InlineParserContext context, InlineContentParserFactory ofDocument) implements InlineParserContext {

    @Override
    public <D> @Nullable D getDefinition(Class<D> type, String label) {
        D definition = context.getDefinition(type, label);
        if (definition instanceof Node node) {
            node.unlink();
        }
        return definition;
    }

    @Override
    @SuppressWarnings("deprecation")
    public @Nullable LinkReferenceDefinition getLinkReferenceDefinition(String label) {
        return getDefinition(LinkReferenceDefinition.class, label);
    }

    @Override
    public List<InlineContentParserFactory> getCustomInlineContentParserFactories() {
        return Stream.concat(context.getCustomInlineContentParserFactories().stream(), Stream.of(ofDocument))
                .toList();
    }

    @Override
    public List<DelimiterProcessor> getCustomDelimiterProcessors() {
        return context.getCustomDelimiterProcessors();
    }

    @Override
    public List<LinkProcessor> getCustomLinkProcessors() {
        return context.getCustomLinkProcessors();
    }

    @Override
    public Set<Character> getCustomLinkMarkers() {
        return context.getCustomLinkMarkers();
    }
}
