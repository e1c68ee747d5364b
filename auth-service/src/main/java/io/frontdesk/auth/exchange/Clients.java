package io.frontdesk.auth.exchange;

import io.frontdesk.contracts.Sha256;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Services that are known by an id and a secret (RFC 6749, section 2.3.1). */
@ApplicationScoped
public class Clients {
    private static final String BASIC = "Basic ";

    private final List<Client> clients;

    /**
     * Reads the clients.
     *
     * @throws ConfigurationException where one is not {@code id:secret}
     */
    Clients(ClientsConfig config) {
        this.clients =
                config.accepted().orElse(List.of()).stream().map(Clients::parse).toList();
    }

    /**
     * Checks that the services of the suite can get tokens at all.
     *
     * @throws ConfigurationException where they cannot
     */
    public void requireSome() {
        if (clients.isEmpty()) {
            throw new ConfigurationException("FRONTDESK_CLIENTS must be set, as id:secret,id:secret");
        }
    }

    /** The id of the client whose credentials the value of an {@code Authorization} header holds. */
    Optional<String> authenticate(@Nullable String authorization) {
        return credentials(authorization).flatMap(this::find);
    }

    /** Compares with each client in full, so that the time it takes says nothing. */
    private Optional<String> find(String credentials) {
        byte[] hash = Sha256.of(credentials);
        Optional<String> found = Optional.empty();
        for (Client client : clients) {
            if (MessageDigest.isEqual(client.hash(), hash)) {
                found = Optional.of(client.id());
            }
        }
        return found;
    }

    private static Optional<String> credentials(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            return Optional.of(new String(decoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Client parse(String pair) {
        int colon = pair.indexOf(':');
        if (colon < 1 || colon == pair.length() - 1) {
            throw new ConfigurationException("FRONTDESK_CLIENTS must be id:secret,id:secret");
        }
        return new Client(pair.substring(0, colon), Sha256.of(pair));
    }

    /**
     * A client.
     *
     * @param hash SHA-256 of {@code id:secret}
     */
    private record Client(String id, byte[] hash) {}
}
