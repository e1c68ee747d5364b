package io.frontdesk.parser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketImpl;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the network away from this process, as far as the JDK can: no connection by {@link Socket}, by URL or by channel,
 * and nothing that listens. Native code could still call the system; an empty network namespace around the process holds
 * against that.
 */
final class Offline {

    private static final Set<String> REMOTE = Set.of("http", "https", "ftp", "mailto");

    private Offline() {}

    /** To be called once, first thing, since the JDK takes each of these only once. */
    @SuppressWarnings(
            "deprecation") // the way to have no sockets is the way to have other sockets; there is no newer one
    static void enforce() {
        System.setProperty("java.nio.channels.spi.SelectorProvider", NoChannels.class.getName());
        try {
            Socket.setSocketImplFactory(Offline::refuseSocket);
            ServerSocket.setSocketFactory(Offline::refuseSocket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        URL.setURLStreamHandlerFactory(Offline::handler);
    }

    private static SocketImpl refuseSocket() {
        throw new IllegalStateException("the parser has no network");
    }

    private static @Nullable URLStreamHandler handler(String protocol) {
        return REMOTE.contains(protocol) ? new RefusingHandler() : null;
    }

    private static final class RefusingHandler extends URLStreamHandler {

        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            throw new IOException("the parser has no network");
        }
    }
}
