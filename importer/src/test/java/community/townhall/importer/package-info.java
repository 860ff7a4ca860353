/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.importer;

import org.jspecify.annotations.NullMarked;
