/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.operations;

import java.util.Map;

/** A figure of its own that a service adds to {@code GET /api/<service>/operations/flow}. */
@FunctionalInterface
public interface FlowContributor {

    /** Figures by name; cheap enough to be asked for every second. */
    Map<String, Object> figures();
}
