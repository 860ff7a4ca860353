/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the children do about their ahead-of-time caches. */
public enum Caches {
    /** A run like any other: uses those that are there. */
    USE {
        @Override
        List<String> options(Path cache) {
            return Files.exists(cache)
                    ? List.of("-XX:AOTCache=" + cache, "-Xlog:disable", "-Xlog:all=error")
                    : List.of();
        }
    },
    /** A run that only serves to make those that are missing. */
    MAKE {
        @Override
        List<String> options(Path cache) {
            return Files.exists(cache) ? USE.options(cache) : List.of("-XX:AOTCacheOutput=" + beingMade(cache));
        }
    };

    /** The name of a cache until it is complete. */
    public static Path beingMade(Path cache) {
        return cache.resolveSibling(
                cache.getFileName() + ".new-" + ProcessHandle.current().pid());
    }

    /** A cache that does not fit is not used and not worth a word: the start is only slower. */
    abstract List<String> options(Path cache);
}
