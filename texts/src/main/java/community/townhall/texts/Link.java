/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

/**
 * Where a text leads, by a link or by a picture in it.
 *
 * @param url as it stands in the rendered text
 * @param host the host that a browser asks for it, in lower case and as ASCII (RFC 5891); empty when it leads to this
 *     community itself, of a {@code mailto:} the host of the address
 */
public record Link(String url, String host) {

    /** The link to that address. */
    public static Link to(String url) {
        return new Link(url, Hosts.of(url));
    }
}
