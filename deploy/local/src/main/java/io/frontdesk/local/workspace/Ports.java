package io.frontdesk.local.workspace;

import io.frontdesk.local.process.Await;
import io.frontdesk.local.process.Failure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine. */
public final class Ports {
    private static final int CONNECT_MILLIS = 500;
    private static final int FIRST_LISTENED = 15_000;

    /** The first of Linux's range for connections; other systems begin later. */
    private static final int FIRST_EPHEMERAL = 32_768;

    private static final Duration LET_GO = Duration.ofSeconds(3);

    private Ports() {}

    /**
     * A port that nobody listens on at this moment, and that the system gives to no outgoing connection: whoever listens on
     * it may end and begin again.
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(FIRST_LISTENED, FIRST_EPHEMERAL)
                .filter(Ports::isFree)
                .limit(1)
                .sum();
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
     * Checks a port before it is used. A process that was killed may hold its own for a moment longer than it is seen to live.
     *
     * @throws Failure naming the port and what wanted it, when something else listens there
     */
    public static void requireFree(int port, String wantedBy) {
        if (!Await.met(LET_GO, () -> isFree(port))) {
            throw new Failure(
                    "port " + port + ", which " + wantedBy + " needs, is taken",
                    "end what listens there (ss -ltnp 'sport = :" + port + "')");
        }
    }
}
