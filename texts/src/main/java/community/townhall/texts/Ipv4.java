/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.regex.Pattern;

/** IPv4 addresses as browsers read them: parts may be octal or hexadecimal, and the last stands for all that are missing. */
final class Ipv4 {

    private static final Pattern NUMBER = Pattern.compile("0[0-7]{0,15}|[1-9][0-9]{0,15}|0x[0-9a-f]{0,15}");
    private static final long ALL = 1L << 32;

    private Ipv4() {}

    /** The address in its usual form when the host is one; the host otherwise. */
    static String canonical(String host) {
        String[] parts = host.split("\\.", 5);
        if (parts.length > 4) {
            return host;
        }
        long address = 0;
        for (int at = 0; at < parts.length; at++) {
            if (!NUMBER.matcher(parts[at]).matches()) {
                return host;
            }
            boolean last = at == parts.length - 1;
            long most = last ? ALL >> Byte.SIZE * at : 1 << Byte.SIZE;
            long number = number(parts[at]);
            if (number >= most) {
                return host;
            }
            address |= last ? number : number << Byte.SIZE * (3 - at);
        }
        return "%d.%d.%d.%d".formatted(address >> 24, address >> 16 & 0xFF, address >> 8 & 0xFF, address & 0xFF);
    }

    private static long number(String digits) {
        if (digits.startsWith("0x")) {
            return digits.length() == 2 ? 0 : Long.parseLong(digits, 2, digits.length(), 16);
        }
        return digits.startsWith("0") ? Long.parseLong(digits, 8) : Long.parseLong(digits);
    }
}
