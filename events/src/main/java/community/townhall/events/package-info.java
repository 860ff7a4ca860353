/* SPDX-License-Identifier: Apache-2.0 */
/** The contract between the services: what an event is, and the catalogue of all of them. */
@NullMarked
package community.townhall.events;

import org.jspecify.annotations.NullMarked;
