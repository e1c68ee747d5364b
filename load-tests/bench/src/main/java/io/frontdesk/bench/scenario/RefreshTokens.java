package io.frontdesk.bench.scenario;

import io.frontdesk.bench.load.Request;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** Refresh tokens at hand: each is used once, and the reply brings the next. */
final class RefreshTokens {
    private static final Pattern TOKEN = Pattern.compile("\"refresh_token\"\\s*:\\s*\"([^\"]+)\"");

    private final Deque<String> tokens = new ArrayDeque<>();
    private final URI url;
    private final Request login;

    private RefreshTokens(URI url, Request login) {
        this.url = url;
        this.login = login;
    }

    /** As many sessions as are needed for some connections, and a few in reserve for those that a round's end cuts off. */
    static RefreshTokens of(URI url, Request login, int sessions) {
        var tokens = new RefreshTokens(url, login);
        for (int i = 0; i < sessions; i++) {
            tokens.signIn();
        }
        return tokens;
    }

    String next() {
        if (tokens.isEmpty()) {
            signIn();
        }
        return tokens.remove();
    }

    /** Whether a reply brings another token, which is kept. */
    boolean keep(String reply) {
        var found = TOKEN.matcher(reply);
        return found.find() && tokens.add(found.group(1));
    }

    private void signIn() {
        tokens.add(IdentityAccount.send(url, login).path("refresh_token").asText());
    }
}
