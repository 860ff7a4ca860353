/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.edge;

import java.time.Duration;
import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP/1.1 with so many connections for an address, and with a time in which a request's head has to be there. */
public final class BoundedProtocol extends Http11NioProtocol {

    /** The server makes it by its name. */
    public BoundedProtocol() {
        super(new BoundedEndpoint());
    }

    /**
     * To be set before it starts.
     *
     * @param connections from one address at most; one more is closed at once
     * @param head how long the first byte of a request's head may be ahead of the last
     */
    public void limitTo(int connections, Duration head) {
        ((BoundedEndpoint) getEndpoint()).limitTo(connections, head);
    }
}
