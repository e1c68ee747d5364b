package io.frontdesk.gateway.records;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.records.AnswerExplanation;
import io.frontdesk.contracts.records.AnswerFeedback;
import io.frontdesk.contracts.records.AnswerRecord;
import io.frontdesk.gateway.upstream.GenerationClient;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finished answers: the caller's own with {@code chat}, all of the tenant with {@code analytics}. */
@Path("/v1/answers")
@Tag(name = "answers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Scope.Names.CHAT, Scope.Names.ANALYTICS})
public class AnswerRecordsResource {
    private static final String ANSWERS = GenerationClient.INTERNAL + "/v1/answers/";

    private final GenerationClient generation;

    AnswerRecordsResource(GenerationClient generation) {
        this.generation = generation;
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getAnswer", summary = "A finished answer")
    @APIResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(schema = @Schema(implementation = AnswerRecord.class)))
    public Uni<Response> get(UUID id) {
        return generation.call(UpstreamRequest.get(ANSWERS + id).interactively());
    }

    @GET
    @Path("/{id}/explain")
    @Operation(
            operationId = "explainAnswer",
            summary = "Why an answer is what it is: the steps, and what each has found")
    @APIResponse(
            responseCode = "200",
            description = "The steps",
            content = @Content(schema = @Schema(implementation = AnswerExplanation.class)))
    public Uni<Response> explain(UUID id) {
        return generation.call(UpstreamRequest.get(ANSWERS + id + "/explain"));
    }

    @POST
    @Path("/{id}/feedback")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "giveFeedback",
            summary = "Says what the caller thinks of an answer",
            description =
                    "The last word of each caller counts. A question whose answer is disliked is listed as unanswered.")
    @APIResponse(
            responseCode = "200",
            description = "What is kept",
            content = @Content(schema = @Schema(implementation = AnswerFeedback.class)))
    @RequestBody(content = @Content(schema = @Schema(implementation = AnswerFeedback.class)))
    public Uni<Response> giveFeedback(UUID id, AnswerFeedback feedback) {
        return generation.call(UpstreamRequest.post(ANSWERS + id + "/feedback", feedback)
                .repeatably()
                .interactively());
    }
}
