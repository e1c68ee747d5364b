package io.frontdesk.kit.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * {@code postgresql://user:password@host:port/database?parameters}, the connection URI of libpq, as operators write it.
 *
 * @param address everything but the credentials: {@code postgresql://host:port/database?parameters}
 */
record DatabaseUrl(String address, String user, String password) {
    /**
     * Reads a URL.
     *
     * @param variable where it stands, for the message
     * @throws IllegalArgumentException where it is none; the message does not repeat it, since it holds a password
     */
    static DatabaseUrl parse(String variable, String url) {
        try {
            URI uri = new URI(url);
            String[] credentials = uri.getRawUserInfo() == null
                    ? new String[0]
                    : uri.getRawUserInfo().split(":", 2);
            boolean known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            if (known && uri.getHost() != null && credentials.length == 2) {
                String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
                String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
                return new DatabaseUrl(
                        "postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                        decode(credentials[0]),
                        decode(credentials[1]));
            }
        } catch (URISyntaxException e) {
            // Falls through to the same message: the exception's own would show the password.
        }
        throw new IllegalArgumentException(variable + " must be postgresql://user:password@host:port/database");
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
