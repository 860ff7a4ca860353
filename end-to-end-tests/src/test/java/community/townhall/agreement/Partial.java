/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.agreement;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** A port of which only some methods are asked for, so that the others may change. */
public final class Partial {

    private Partial() {}

    /** @param methods the object whose public methods of the same name answer; any other call is an error */
    @SuppressWarnings("unchecked") // the proxy implements the port
    public static <P> P of(Class<P> port, Object methods) {
        return (P) Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, asked, arguments) -> {
            Optional<java.lang.reflect.Method> found = Arrays.stream(
                            methods.getClass().getMethods())
                    .filter(method -> method.getName().equals(asked.getName())
                            && method.getParameterCount() == asked.getParameterCount())
                    .findFirst();
            java.lang.reflect.Method method =
                    found.orElseThrow(() -> new UnsupportedOperationException(asked.toString()));
            method.setAccessible(true);
            try {
                return method.invoke(methods, arguments);
            } catch (java.lang.reflect.InvocationTargetException e) {
                throw Objects.requireNonNull(e.getCause());
            }
        });
    }
}
