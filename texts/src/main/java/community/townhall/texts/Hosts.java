/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import com.ibm.icu.text.IDNA;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The host of an address, as a browser reads it (WHATWG URL): more of them lead somewhere than RFC 3986 knows. */
final class Hosts {

    private static final IDNA NAMES =
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);
    private static final int LONGEST = 1000;

    private Hosts() {}

    /** Empty when the address has none. */
    static String of(String url) {
        String address = withoutWhatBrowsersSkip(url);
        int colon = schemeEnd(address);
        String scheme = colon < 0 ? "" : address.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = address.substring(colon + 1);
        if (scheme.equals("mailto")) {
            int query = rest.indexOf('?');
            String mailbox = query < 0 ? rest : rest.substring(0, query);
            return canonical(mailbox.substring(mailbox.lastIndexOf('@') + 1));
        }
        int slashes = 0;
        while (slashes < rest.length() && isSlash(rest.charAt(slashes))) {
            slashes++;
        }
        if (scheme.isEmpty() && slashes < 2) {
            return "";
        }
        int end = slashes;
        while (end < rest.length()
                && !isSlash(rest.charAt(end))
                && rest.charAt(end) != '?'
                && rest.charAt(end) != '#') {
            end++;
        }
        String authority = rest.substring(slashes, end);
        return canonical(withoutPort(authority.substring(authority.lastIndexOf('@') + 1)));
    }

    /** Whether it leads to another page: of this community, or of a host, whose name has something one can say. */
    static boolean leadsSomewhere(String url) {
        String address = withoutWhatBrowsersSkip(url);
        boolean ofThisSite = schemeEnd(address) < 0
                && !(address.length() > 1 && isSlash(address.charAt(0)) && isSlash(address.charAt(1)));
        return ofThisSite ? !address.isEmpty() : Letters.any(of(url), Character::isLetterOrDigit);
    }

    private static String withoutWhatBrowsersSkip(String url) {
        String address = url.strip();
        if (!Letters.any(address, c -> c < ' ')) {
            return address;
        }
        StringBuilder kept = new StringBuilder();
        address.chars().filter(c -> c >= ' ').forEach(c -> kept.append((char) c));
        return kept.toString().strip();
    }

    private static int schemeEnd(String address) {
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (c == ':' && i > 0) {
                return i;
            }
            if (!letter && !(other && i > 0)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon >= 0 && colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private static String canonical(String written) {
        if (written.length() > LONGEST) {
            return written.substring(0, LONGEST).toLowerCase(Locale.ROOT);
        }
        StringBuilder ascii = new StringBuilder();
        NAMES.nameToASCII(percentDecoded(written), ascii, new IDNA.Info());
        String name = ascii.toString().toLowerCase(Locale.ROOT);
        String host = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return Ipv4.canonical(host);
    }

    private static String percentDecoded(String host) {
        if (host.indexOf('%') < 0) {
            return host;
        }
        byte[] bytes = host.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low >= 0) {
                decoded.write(high * 16 + low);
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }
}
