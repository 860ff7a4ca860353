/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

/**
 * Why something may not be written.
 *
 * @param rule its name: {@code length}, {@code characters}, {@code depth}, {@code cells}, {@code cost}, {@code size} or
 *     {@code unreadable}
 * @param message for people, a predicate that follows the name of the field: "must …"
 */
public record Flaw(String rule, String message) {}
