package io.frontdesk.gateway.admission;

import io.frontdesk.kit.outbound.AddressBlock;
import java.net.InetAddress;
import java.util.List;

/** Some networks. */
record Networks(List<AddressBlock> blocks) {
    /**
     * Reads them.
     *
     * @throws IllegalArgumentException where one is none
     */
    static Networks of(List<String> blocks) {
        return new Networks(blocks.stream().map(AddressBlock::parse).toList());
    }

    boolean contain(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }
}
