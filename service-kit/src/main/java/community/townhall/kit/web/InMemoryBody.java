/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;

/** A request's body that has been read already. */
public final class InMemoryBody extends ServletInputStream {

    private final ByteArrayInputStream content;

    public InMemoryBody(byte[] content) {
        this.content = new ByteArrayInputStream(content);
    }

    @Override
    public int read() {
        return content.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        return content.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
        return content.available() == 0;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("The body is here already");
    }
}
