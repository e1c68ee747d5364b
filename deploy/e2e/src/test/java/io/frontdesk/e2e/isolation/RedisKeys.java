package io.frontdesk.e2e.isolation;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a Redis holds, as text (RESP2, the protocol's second version). */
record RedisKeys(URI url) {
    private static final int TIMEOUT_MILLIS = 10_000;

    /** From each key to its value, whatever its type. */
    Map<String, String> all() {
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            var connection = new Connection(socket, new BufferedInputStream(socket.getInputStream()));
            Map<String, String> values = new LinkedHashMap<>();
            if (connection.ask("KEYS", "*") instanceof List<?> keys) {
                for (var key : keys) {
                    values.put(String.valueOf(key), connection.value(String.valueOf(key)));
                }
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Connection(Socket socket, InputStream in) {
        String value(String key) throws IOException {
            var type = String.valueOf(ask("TYPE", key));
            return String.valueOf(
                    switch (type) {
                        case "string" -> ask("GET", key);
                        case "hash" -> ask("HGETALL", key);
                        case "list" -> ask("LRANGE", key, "0", "-1");
                        case "set" -> ask("SMEMBERS", key);
                        case "zset" -> ask("ZRANGE", key, "0", "-1", "WITHSCORES");
                        case "stream" -> ask("XRANGE", key, "-", "+");
                        // It expired meanwhile.
                        case "none" -> "";
                        default -> throw new IOException("no way to read a " + type + ": " + key);
                    });
        }

        Object ask(String... words) throws IOException {
            var request = new StringBuilder("*" + words.length + "\r\n");
            for (var word : words) {
                request.append('$')
                        .append(word.getBytes(StandardCharsets.UTF_8).length)
                        .append("\r\n");
                request.append(word).append("\r\n");
            }
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
            return reply();
        }

        private Object reply() throws IOException {
            var line = line();
            return switch (line.charAt(0)) {
                case '+', ':' -> line.substring(1);
                case '$' -> bulk(Integer.parseInt(line.substring(1)));
                case '*' -> list(Integer.parseInt(line.substring(1)));
                default -> throw new IOException("Redis says " + line);
            };
        }

        private String bulk(int length) throws IOException {
            if (length < 0) {
                return "";
            }
            var bytes = in.readNBytes(length);
            line();
            return new String(bytes, StandardCharsets.UTF_8);
        }

        private List<Object> list(int length) throws IOException {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                list.add(reply());
            }
            return list;
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException("Redis closed the connection");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }
    }
}
