/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A module of the console.
 *
 * @param path within the console, such as {@code thanks/feature.js}
 * @param code without its comments
 */
record Module(String path, String code) {

    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//[^\\n]*$|(?s:/\\*.*?\\*/)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^(?:import|export)\\b[^;]*?'(\\.[^']+)';");
    private static final Pattern LATER_IMPORT = Pattern.compile("\\bimport\\('([^']+)'\\)");
    private static final Pattern STRING = Pattern.compile("'((?:[^'\\\\\\n]|\\\\.)*)'");
    private static final Pattern TEMPLATE = Pattern.compile("`((?:[\\w.-]|\\$\\{[^{}`]*})+)`");
    private static final Pattern NAME_OR_BRACKET = Pattern.compile(
            "'(?:[^'\\\\]|\\\\.)*'(?!:)|`[^`]*`|[\\[({]|[\\])}]|(?<=[{,]\\s{0,80})'?([\\w-]+)'?(?=:|,|\\s*})");

    static Module of(String path, String source) {
        return new Module(path, COMMENT.matcher(source).replaceAll(""));
    }

    /** {@code shared} of {@code shared/ui/icon.js}; empty for a module that is in no folder. */
    String folder() {
        return path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
    }

    boolean isWords() {
        return path.endsWith("/words.js");
    }

    /** Paths of the modules that come with it. */
    List<String> imports() {
        return all(IMPORT).map(this::resolved).toList();
    }

    /** Paths of the modules that it loads when they are needed. */
    List<String> laterImports() {
        return all(LATER_IMPORT).map(this::resolved).toList();
    }

    List<String> strings() {
        return all(STRING).toList();
    }

    /** Template literals that may be keys in which a part stands for many, such as <code>kind.${kind}.text</code>. */
    List<String> templates() {
        return all(TEMPLATE).filter(text -> text.contains("${")).toList();
    }

    /** What the pattern's group is, wherever it matches. */
    Stream<String> all(Pattern pattern) {
        return pattern.matcher(code).results().map(found -> found.group(1));
    }

    /** The names in the braces that follow this, but not of what is in braces within them. */
    Set<String> namesIn(String before) {
        Set<String> names = new TreeSet<>();
        int start = code.indexOf(before + "{");
        if (start < 0) {
            return names;
        }
        int depth = 0;
        for (MatchResult found : NAME_OR_BRACKET
                .matcher(code.substring(start + before.length()))
                .results()
                .toList()) {
            if (found.group(1) != null) {
                if (depth == 1) {
                    names.add(found.group(1));
                }
            } else if ("{[(".contains(found.group())) {
                depth++;
            } else if ("}])".contains(found.group()) && --depth == 0) {
                return names;
            }
        }
        throw new AssertionError("No end of what follows " + before + " in " + path);
    }

    private String resolved(String imported) {
        return Path.of(path).resolveSibling(imported).normalize().toString();
    }
}
