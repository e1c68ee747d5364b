package io.frontdesk.ingestion.web;

import io.frontdesk.ingestion.documents.Failure;
import io.frontdesk.kit.outbound.OutboundResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an answer means, by its status, its type and its size. */
@ApplicationScoped
class Answers {
    /** What the parser reads, beside text of all kinds and what is not said to be anything. */
    private static final Set<String> TYPES = Set.of(
            "application/octet-stream",
            "application/xhtml+xml",
            "application/pdf",
            "application/rtf",
            "application/epub+zip",
            "application/zip",
            "application/x-zip-compressed",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-outlook",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "message/rfc822");

    /** Text that is for browsers only. */
    private static final Set<String> NO_TEXT = Set.of("text/css", "text/javascript", "text/event-stream");

    private static final Set<Integer> MAY_PASS = Set.of(408, 421, 425, 429);

    private final Clock clock;
    private final WebConfig config;

    Answers(Clock clock, WebConfig config) {
        this.clock = clock;
        this.config = config;
    }

    /** A page, where it is of a type that is read. */
    Fetched page(OutboundResponse answer, boolean redirected, boolean forGood) {
        String type = mediaType(answer);
        if (answer.status() == 200 && !isRead(type)) {
            return Fetched.refused("unsupported_type", "the site sends %s, which is no document".formatted(type));
        }
        return read(answer, redirected, forGood, config.maxPageBytes().asLongValue());
    }

    Fetched sitemap(OutboundResponse answer, boolean redirected, boolean forGood) {
        return read(answer, redirected, forGood, config.maxSitemapBytes().asLongValue());
    }

    private Fetched read(OutboundResponse answer, boolean redirected, boolean forGood, long maxBytes) {
        int status = answer.status();
        return switch (status) {
            case 200 -> content(answer, redirected, forGood, Math.toIntExact(maxBytes));
            case 304 -> new Fetched.Unchanged();
            case 404 -> new Fetched.Missing(false);
            case 410 -> new Fetched.Missing(true);
            default ->
                status >= 500 || MAY_PASS.contains(status)
                        ? new Fetched.Failed(new Failure("site_failed", "the site answers " + status), rest(answer))
                        : Fetched.refused("site_refused", "the site answers " + status);
        };
    }

    private static Fetched content(OutboundResponse answer, boolean redirected, boolean forGood, int maxBytes) {
        try {
            Optional<byte[]> decoded = decoded(answer, maxBytes);
            if (decoded.isEmpty()) {
                return Fetched.refused("too_large", "The answer has more than %d bytes".formatted(maxBytes));
            }
            if (decoded.get().length == 0) {
                return Fetched.refused("empty", "the answer is empty");
            }
            boolean ofTheAddress = !redirected || forGood;
            return new Fetched.Content(
                    decoded.get(),
                    answer.headers().get("Content-Type"),
                    ofTheAddress ? answer.headers().get("ETag") : null,
                    ofTheAddress ? answer.headers().get("Last-Modified") : null,
                    redirected && forGood ? answer.url().toString() : null);
        } catch (IOException e) {
            return Fetched.refused("corrupt_encoding", "the answer is not compressed as it says");
        }
    }

    private static Optional<byte[]> decoded(OutboundResponse answer, int maxBytes) throws IOException {
        byte[] body = answer.body().getBytes();
        String encoding = answer.headers().get("Content-Encoding");
        return switch (encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT)) {
            case "identity" -> Optional.of(body);
            case "gzip", "x-gzip" -> Bodies.gunzip(body, maxBytes);
            default -> throw new IOException("an encoding that we did not ask for");
        };
    }

    private static String mediaType(OutboundResponse answer) {
        String declared = answer.headers().get("Content-Type");
        return declared == null
                ? "application/octet-stream"
                : declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isRead(String type) {
        return TYPES.contains(type) || type.startsWith("text/") && !NO_TEXT.contains(type);
    }

    /** What the site asks for in {@code Retry-After}, in seconds or as a date (RFC 9110, section 10.2.3). */
    private Duration rest(OutboundResponse answer) {
        Duration asked = rest(answer.headers().get("Retry-After"));
        return asked.compareTo(config.longestFailurePause()) > 0 ? config.longestFailurePause() : asked;
    }

    private Duration rest(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return Duration.ZERO;
        }
        try {
            return retryAfter.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(retryAfter))
                    : Duration.between(
                            clock.instant(), ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
