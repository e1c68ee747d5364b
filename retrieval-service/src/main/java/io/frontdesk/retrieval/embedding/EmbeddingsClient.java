package io.frontdesk.retrieval.embedding;

import io.frontdesk.retrieval.embedding.EmbeddingModel.Remote;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One remote model. Fails with {@link ModelRefusal} where it answers with an error, otherwise with what the network says. */
final class EmbeddingsClient {
    private static final long CONNECT_MILLIS = 2_000;

    private final String model;
    private final EmbeddingsRestClient rest;
    private final @Nullable String bearer;

    EmbeddingsClient(Remote remote) {
        this.model = remote.name();
        this.bearer = remote.apiKey().map(key -> "Bearer " + key).orElse(null);
        this.rest = QuarkusRestClientBuilder.newBuilder()
                .baseUri(remote.url())
                .connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                .readTimeout(remote.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .build(EmbeddingsRestClient.class);
    }

    Uni<EmbeddingsRestClient.Reply> embed(List<String> texts) {
        return rest.embed(bearer, new EmbeddingsRestClient.Request(model, texts, "float"))
                .onFailure(WebApplicationException.class)
                .transform(e -> refusal(((WebApplicationException) e).getResponse()));
    }

    private static ModelRefusal refusal(Response response) {
        return new ModelRefusal(response.getStatus(), retryAfter(response.getHeaderString(HttpHeaders.RETRY_AFTER)));
    }

    /** Seconds or a date (RFC 9110, 10.2.3). */
    private static Duration retryAfter(@Nullable String header) {
        if (header == null) {
            return Duration.ZERO;
        }
        String value = header.strip();
        try {
            return value.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Integer.parseInt(value))
                    : Duration.between(Instant.now(), ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException | NumberFormatException e) {
            return Duration.ZERO;
        }
    }
}
