package io.frontdesk.parser;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.SocketChannel;

/** Tries each way to the network after {@link Offline} has closed them, and says what came of it. */
final class OfflineProbe {

    /** Something that must not work. */
    private interface Attempt {
        AutoCloseable run() throws Exception;
    }

    private OfflineProbe() {}

    public static void main(String[] args) {
        int port = Integer.parseInt(args[0]);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        Offline.enforce();
        attempt("socket", () -> new Socket(address.getAddress(), port));
        attempt("channel", () -> SocketChannel.open(address));
        attempt("url", () -> URI.create("http://127.0.0.1:" + port).toURL().openStream());
        attempt("listen", () -> new ServerSocket(0));
    }

    private static void attempt(String way, Attempt attempt) {
        try (var opened = attempt.run()) {
            System.out.println(way + " opened " + opened);
        } catch (Exception e) {
            System.out.println(
                    way + (String.valueOf(e.getMessage()).contains("no network") ? " refused" : " failed: " + e));
        }
    }
}
