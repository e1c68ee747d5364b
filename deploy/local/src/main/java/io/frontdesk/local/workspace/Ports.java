package io.frontdesk.local.workspace;

import io.frontdesk.local.process.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** TCP ports of this machine. */
public final class Ports {
    private static final int CONNECT_MILLIS = 500;

    private Ports() {}

    /** A port that nobody listens on at this moment. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public static boolean answers(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Checks a port before it is used.
     *
     * @throws Failure naming the port and what wanted it, when something else listens there
     */
    public static void requireFree(int port, String wantedBy) {
        if (!isFree(port)) {
            throw new Failure(
                    "port " + port + ", which " + wantedBy + " needs, is taken",
                    "end what listens there (ss -ltnp 'sport = :" + port + "')");
        }
    }
}
