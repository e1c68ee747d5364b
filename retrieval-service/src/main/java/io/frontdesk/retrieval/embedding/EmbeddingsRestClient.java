package io.frontdesk.retrieval.embedding;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.kit.json.JsonConventions;
import io.quarkus.rest.client.reactive.jackson.ClientObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The embeddings of OpenAI's API, as OpenAI, Gemini, Ollama, vLLM and text-embeddings-inference serve them. */
@Path("/embeddings")
interface EmbeddingsRestClient {
    @ClientObjectMapper
    static ObjectMapper lenient() {
        return JsonConventions.mapper();
    }

    @POST
    Uni<Reply> embed(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String bearer, Request request);

    record Request(
            String model,
            List<String> input,
            @JsonProperty("encoding_format") String encodingFormat) {}

    record Reply(@Nullable List<Vector> data) {}

    @SuppressWarnings("ArrayRecordComponent") // Never compared, only read.
    record Vector(int index, float @Nullable [] embedding) {}
}
