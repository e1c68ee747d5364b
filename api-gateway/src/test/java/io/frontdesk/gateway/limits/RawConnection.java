package io.frontdesk.gateway.limits;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;

/** A connection to the gateway over which anything can be sent. */
final class RawConnection implements AutoCloseable {
    private static final int PATIENCE = Math.toIntExact(Duration.ofSeconds(30).toMillis());
    /** After which nothing more is expected where something has come. */
    private static final int SILENCE = 500;

    private final Socket socket = new Socket();

    RawConnection(URI gateway) throws IOException {
        socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()), PATIENCE);
        socket.setTcpNoDelay(true);
    }

    /** Sends it; what the gateway does not want any more is lost. */
    RawConnection send(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        } catch (IOException e) {
            // It has closed the connection, and may have said why.
        }
        return this;
    }

    /** All that comes until the gateway closes the connection, or falls silent. */
    String answers() throws IOException {
        var all = new StringBuilder();
        socket.setSoTimeout(PATIENCE);
        try {
            byte[] bytes = new byte[8192];
            for (int read = read(bytes); read >= 0; read = read(bytes)) {
                all.append(new String(bytes, 0, read, ISO_8859_1));
                socket.setSoTimeout(SILENCE);
            }
        } catch (SocketTimeoutException e) {
            if (all.isEmpty()) {
                throw new AssertionError("the gateway neither answers nor hangs up", e);
            }
        }
        return all.toString();
    }

    private int read(byte[] bytes) throws IOException {
        try {
            return socket.getInputStream().read(bytes);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
