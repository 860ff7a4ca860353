/* SPDX-License-Identifier: Apache-2.0 */
/** Work of thousands of steps, done in the background and resumed wherever it was left. */
@NullMarked
package community.townhall.kit.jobs;

import org.jspecify.annotations.NullMarked;
