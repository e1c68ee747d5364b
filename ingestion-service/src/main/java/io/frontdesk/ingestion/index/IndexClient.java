package io.frontdesk.ingestion.index;

import io.frontdesk.contracts.index.ChunkBatch;
import io.frontdesk.contracts.index.Collection;
import io.frontdesk.contracts.index.IndexReceipt;
import io.frontdesk.contracts.index.Publication;
import io.frontdesk.ingestion.chunk.Chunk;
import io.frontdesk.kit.tokens.SystemTokens;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * The index, which the retrieval-service keeps. Everything here may be said twice. Retries are the work queue's: what fails
 * says whether it may pass ({@link IndexUnavailable}, {@link IndexFailed}) or not ({@link IndexRefused}).
 */
@ApplicationScoped
public class IndexClient {
    private static final int LONGEST_WAIT_SECONDS = 300;

    private final IndexRestClient index;
    private final SystemTokens tokens;
    private final int batch;

    IndexClient(@RestClient IndexRestClient index, SystemTokens tokens, IndexConfig config) {
        this.index = index;
        this.tokens = tokens;
        this.batch = config.batch();
    }

    /** Makes these chunks the ones of the document that are searched, all at once. */
    public Uni<IndexReceipt> publish(IndexedDocument document, List<Chunk> chunks) {
        return Multi.createFrom()
                .iterable(batches(chunks))
                .onItem()
                .transformToUniAndConcatenate(some -> stage(document, some))
                .onItem()
                .ignoreAsUni()
                .chain(() -> publication(document, chunks.size()));
    }

    /** Lets the index forget a document, and whatever version of it before the given one still arrives. */
    public Uni<Void> remove(UUID tenantId, UUID id, long version) {
        return call(tenantId, bearer -> index.remove(bearer, id, version))
                .replaceWithVoid()
                .onFailure(IndexClient::isUnknown)
                .recoverWithNull();
    }

    private Uni<Void> stage(IndexedDocument document, List<Chunk> chunks) {
        var wire = new ChunkBatch(
                document.title(),
                chunks.getFirst().language(),
                chunks.stream().map(IndexClient::toWire).toList());
        return call(document.tenantId(), bearer -> index.stage(bearer, document.id(), document.version(), wire));
    }

    private Uni<IndexReceipt> publication(IndexedDocument document, int chunks) {
        var wire = new Publication(
                document.title(), document.url(), Collection.KNOWLEDGE, document.acl(), document.metadata(), chunks);
        return call(document.tenantId(), bearer -> index.publish(bearer, document.id(), document.version(), wire));
    }

    private <T> Uni<T> call(UUID tenantId, Function<String, Uni<T>> request) {
        return tokens.forTenant(tenantId)
                .onFailure()
                .transform(IndexClient::withoutToken)
                .chain(token -> request.apply("Bearer " + token))
                .onFailure()
                .transform(IndexClient::verdict);
    }

    /** Chunks that follow one another in one language. */
    private List<List<Chunk>> batches(List<Chunk> chunks) {
        List<List<Chunk>> batches = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= chunks.size(); at++) {
            boolean full = at == chunks.size() || at - from == batch;
            if (full
                    || !Objects.equals(
                            chunks.get(at).language(), chunks.get(from).language())) {
                batches.add(chunks.subList(from, at));
                from = at;
            }
        }
        return batches;
    }

    private static ChunkBatch.Chunk toWire(Chunk chunk) {
        return new ChunkBatch.Chunk(chunk.position(), chunk.text(), chunk.headingPath(), chunk.page());
    }

    private static RuntimeException verdict(Throwable failure) {
        return switch (failure) {
            case IndexUnavailable unavailable -> unavailable;
            case WebApplicationException answer -> verdict(answer);
            default -> IndexUnavailable.toAll("the index cannot be reached", Duration.ZERO, failure);
        };
    }

    private static RuntimeException verdict(WebApplicationException answer) {
        int status = answer.getResponse().getStatus();
        return switch (status) {
            // 401: the tenant's token has just expired. 429: the tenant has asked for more than its share.
            case 401, 429 -> IndexUnavailable.toTenant("the index answered " + status, retryAfter(answer), answer);
            case 408, 502, 503, 504 ->
                IndexUnavailable.toAll("the index answered " + status, retryAfter(answer), answer);
            // 409: something else was staged under this version; from the start, it will fit.
            case 409 -> new IndexFailed(status, answer);
            default -> status >= 500 ? new IndexFailed(status, answer) : new IndexRefused(status, answer);
        };
    }

    /** A tenant that is suspended gets no token; where nobody gets one, the auth-service is down. */
    private static IndexUnavailable withoutToken(Throwable failure) {
        boolean refused = failure instanceof WebApplicationException answer
                && answer.getResponse().getStatus() < 500;
        return refused
                ? IndexUnavailable.toTenant("no token for it", Duration.ZERO, failure)
                : IndexUnavailable.toAll("no token for it", Duration.ZERO, failure);
    }

    private static Duration retryAfter(WebApplicationException answer) {
        @Nullable String seconds = answer.getResponse().getHeaderString(HttpHeaders.RETRY_AFTER);
        try {
            int asked = seconds == null ? 0 : Integer.parseInt(seconds.strip());
            return Duration.ofSeconds(Math.clamp(asked, 0, LONGEST_WAIT_SECONDS));
        } catch (NumberFormatException e) {
            // A date, which is allowed; the queue's own pause will do.
            return Duration.ZERO;
        }
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof IndexRefused
                && failure.getCause() instanceof WebApplicationException answer
                && answer.getResponse().getStatus() == 404;
    }
}
