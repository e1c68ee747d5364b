package io.frontdesk.kit.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An absolute http or https URL in plain ASCII, without user info and fragment: the only reading of it, for checks and for
 * the connection.
 *
 * @param host in lower case; an IPv6 address in brackets
 * @param port also where the URL names none
 * @param target path and query
 */
public record OutboundUrl(boolean https, String host, int port, String target) {
    private static final int MAX_LENGTH = 2048;
    private static final int MAX_PORT = 65_535;

    /** What some take for an address and others for a name: octal, hexadecimal and short forms, and a dot at the end. */
    private static final Pattern NUMBER = Pattern.compile("(^|\\.)([0-9]+|0x[0-9a-f]*)\\.?$");

    private static final Pattern IPV4 = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    /**
     * Reads a URL.
     *
     * @throws OutboundError.Refused where it is none of this kind
     */
    public static OutboundUrl parse(String text) {
        return of(uri(text));
    }

    /**
     * Where a {@code Location} leads from here.
     *
     * @throws OutboundError.Refused where that is no URL of this kind, or one of http where this is https
     */
    OutboundUrl redirectedTo(String location) {
        OutboundUrl next = of(URI.create(toString()).resolve(uri(location)));
        if (https && !next.https) {
            throw new OutboundError.Refused("The URL redirects from https to http");
        }
        return next;
    }

    private static URI uri(String text) {
        // Half a surrogate pair, which cannot be written as UTF-8, is not seen by the parser and breaks it afterwards.
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new OutboundError.Refused("The URL is not well-formed");
        }
        try {
            // RFC 2396: what other parsers read in their own ways, as backslashes and blanks, is no URL to this one.
            if (text.length() <= MAX_LENGTH) {
                return new URI(new URI(text).toASCIIString());
            }
            throw new OutboundError.Refused("The URL has more than " + MAX_LENGTH + " characters");
        } catch (URISyntaxException e) {
            throw new OutboundError.Refused("The URL is not well-formed");
        }
    }

    private static OutboundUrl of(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean https = scheme.equals("https");
        if (!https && !scheme.equals("http")) {
            throw new OutboundError.Refused("The URL is neither https nor http");
        }
        if (uri.getRawUserInfo() != null) {
            throw new OutboundError.Refused("The URL has a user name");
        }
        if (uri.getHost() == null || uri.getHost().contains("%")) {
            throw new OutboundError.Refused("The URL names no host");
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (NUMBER.matcher(host).find() && !IPV4.matcher(host).matches()) {
            throw new OutboundError.Refused("The URL's host is a number, and no IPv4 address of four decimal ones");
        }
        int port = uri.getPort() == -1 ? defaultPort(https) : uri.getPort();
        if (port < 1 || port > MAX_PORT) {
            throw new OutboundError.Refused("The URL names no port");
        }
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new OutboundUrl(https, host, port, path + query);
    }

    private static int defaultPort(boolean https) {
        return https ? 443 : 80;
    }

    /** Whether a header that was meant for one may go to the other as well. */
    boolean sameOriginAs(OutboundUrl other) {
        return origin().equals(other.origin());
    }

    /** {@code host:port}. */
    public String authority() {
        return host + ":" + port;
    }

    /** {@code https://host:port}. */
    public String origin() {
        return (https ? "https://" : "http://") + authority();
    }

    /** The URL, with its port. */
    @Override
    public String toString() {
        return origin() + target;
    }
}
