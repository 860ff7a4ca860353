/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * How many requests somebody may make, or how much may be in them.
 *
 * @param per whose requests are counted together
 * @param counted what is counted of them
 * @param amount so much in each period; what is not used is saved up to this amount
 * @param methods which requests count; empty for all
 * @param paths what the counted requests' paths start with
 * @param sparesOperators whether operators, and the scripts that act for them, are free of it
 */
public record RateLimit(
        String name,
        Per per,
        Counted counted,
        long amount,
        Duration period,
        Set<String> methods,
        Set<String> paths,
        boolean sparesOperators) {

    private static final int NETWORK_BYTES = 8;
    private static final int BYTES = 1024;

    /** Whose requests are counted together. */
    public enum Per {
        MEMBER,
        /** All requests from an address, whoever makes them. */
        ADDRESS,
        /** Requests from an address that nobody has signed in to make. */
        VISITOR
    }

    /** What is counted of a request. */
    public enum Counted {
        REQUESTS,
        /** Of its body: of long texts fewer can be worked off than of short ones. */
        KILOBYTES
    }

    public RateLimit {
        methods = Set.copyOf(methods);
        paths = Set.copyOf(paths);
    }

    /** Whom this request is counted against; empty when this limit does not concern it. */
    public Optional<String> countedAgainst(Visit visit) {
        boolean concerned = (methods.isEmpty() || methods.contains(visit.method()))
                && paths.stream().anyMatch(visit.path()::startsWith)
                && !(sparesOperators && visit.operator());
        if (!concerned) {
            return Optional.empty();
        }
        return switch (per) {
            case MEMBER -> visit.memberId();
            case ADDRESS -> Optional.of(network(visit.address()));
            case VISITOR -> visit.memberId().isEmpty() ? Optional.of(network(visit.address())) : Optional.empty();
        };
    }

    /** How much of the amount it takes: whatever it has, all of it is enough. */
    public long takenBy(Visit visit) {
        return switch (counted) {
            case REQUESTS -> 1;
            case KILOBYTES -> Math.clamp((visit.bytes() + BYTES - 1) / BYTES, 1, amount);
        };
    }

    /** An IPv6 household has a /64 to itself, and could change its address with every request. */
    public static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address v6
                    ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }
}
