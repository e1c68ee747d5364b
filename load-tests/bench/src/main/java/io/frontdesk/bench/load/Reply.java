package io.frontdesk.bench.load;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;

/** The body of a reply as it comes in, and when its first word came. */
final class Reply {
    private static final long NOT_YET = 0;

    private final String firstWord;
    private final Buffer body = Buffer.buffer();
    private int status;
    private boolean retryAfter;
    private long firstWordAt = NOT_YET;

    /** @param firstWord how its first word is known; empty where nobody asks */
    Reply(String firstWord) {
        this.firstWord = firstWord;
    }

    Future<Reply> read(HttpClientResponse response) {
        status = response.statusCode();
        retryAfter = response.getHeader("Retry-After") != null;
        response.handler(this::add);
        return response.end().map(this);
    }

    int status() {
        return status;
    }

    /** Whether it says that the server is busy, and not that something is wrong. */
    boolean isRefusal() {
        return status == 503;
    }

    boolean saysWhenToRetry() {
        return retryAfter;
    }

    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    boolean hasFirstWord() {
        return firstWordAt != NOT_YET;
    }

    /** By the clock of {@link System#nanoTime}. */
    long firstWordAt() {
        return firstWordAt;
    }

    private void add(Buffer part) {
        body.appendBuffer(part);
        if (!firstWord.isEmpty() && !hasFirstWord() && text().contains(firstWord)) {
            firstWordAt = System.nanoTime();
        }
    }
}
