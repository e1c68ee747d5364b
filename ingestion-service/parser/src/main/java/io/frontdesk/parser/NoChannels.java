package io.frontdesk.parser;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/** Opens no channel of any kind. Made by the JDK, from its name. */
public final class NoChannels extends SelectorProvider {

    @Override
    public DatagramChannel openDatagramChannel() throws IOException {
        throw refusal();
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
        throw refusal();
    }

    @Override
    public Pipe openPipe() throws IOException {
        throw refusal();
    }

    @Override
    public AbstractSelector openSelector() throws IOException {
        throw refusal();
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() throws IOException {
        throw refusal();
    }

    @Override
    public SocketChannel openSocketChannel() throws IOException {
        throw refusal();
    }

    private static IOException refusal() {
        return new IOException("the parser has no network");
    }
}
