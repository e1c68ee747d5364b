package io.frontdesk.auth;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** A way to Redis that can be shut: connections end, and new ones end at once, until it is opened again. */
public final class RedisGate implements Closeable {
    private static final Logger LOG = Logger.getLogger(RedisGate.class);

    private final ServerSocket door;
    private final URI redis;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean shut;

    RedisGate(URI redis) throws IOException {
        this.redis = redis;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::admit);
    }

    int port() {
        return door.getLocalPort();
    }

    void shut() {
        shut = true;
        connections.forEach(RedisGate::end);
    }

    void open() {
        shut = false;
    }

    @Override
    public void close() throws IOException {
        door.close();
        shut();
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException e) {
                LOG.debug("No connection", e);
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        connections.add(caller);
        if (shut) {
            end(caller);
            return;
        }
        var server = new Socket(redis.getHost(), redis.getPort());
        connections.add(server);
        Thread.ofVirtual().start(() -> carry(caller, server));
        Thread.ofVirtual().start(() -> carry(server, caller));
    }

    private void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            LOG.debug("A connection ended", e);
        } finally {
            end(from);
            end(to);
            connections.remove(from);
            connections.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
