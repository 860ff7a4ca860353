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
            return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off") : List.of();
        }
    },
    /** A run that only serves to make those that are missing. */
    MAKE {
        @Override
        List<String> options(Path cache) {
            return Files.exists(cache) ? USE.options(cache) : List.of("-XX:AOTCacheOutput=" + cache);
        }
    };

    abstract List<String> options(Path cache);
}
