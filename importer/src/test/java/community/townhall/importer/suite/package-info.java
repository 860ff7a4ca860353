/* SPDX-License-Identifier: Apache-2.0 */

@NullMarked
package community.townhall.importer.suite;

import org.jspecify.annotations.NullMarked;
