package io.frontdesk.kit.outbound;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.Optional;

/** A block of addresses that begin with the same bits (CIDR, RFC 4632). */
public record AddressBlock(InetAddress network, int prefix) {
    public AddressBlock {
        int bits = network.getAddress().length * Byte.SIZE;
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("prefix must be 0 to " + bits + ", is " + prefix);
        }
    }

    /**
     * Reads {@code 10.0.0.0/8} or {@code fd00::/8}.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        InetAddress network = literal(text.substring(0, Math.max(slash, 0)))
                .orElseThrow(() -> new IllegalArgumentException("not a block of addresses: " + text));
        return new AddressBlock(network, Integer.parseInt(text.substring(slash + 1)));
    }

    public boolean contains(InetAddress address) {
        byte[] bits = address.getAddress();
        byte[] wanted = network.getAddress();
        if (bits.length != wanted.length) {
            return false;
        }
        int whole = prefix / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (bits[i] != wanted[i]) {
                return false;
            }
        }
        int rest = prefix % Byte.SIZE;
        return rest == 0 || ((bits[whole] ^ wanted[whole]) & 0xff) >> (Byte.SIZE - rest) == 0;
    }

    private static Optional<InetAddress> literal(String text) {
        return Optional.ofNullable(NetUtil.createInetAddressFromIpAddressString(text));
    }
}
