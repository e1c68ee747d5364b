package io.frontdesk.gateway.operations;

import io.frontdesk.contracts.Problem;
import io.frontdesk.gateway.problem.OpenAiError;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the whole OpenAPI document. Every route may answer a problem, OpenAI's an error of theirs, and where a status of
 * it is described that is its body; what is asked may be more than the caller may ask, too much for the service behind, or come too late. And every route says who may call it: each of its
 * {@code security} entries names a carrier and the one scope that is enough; no scope there means that any valid credential is,
 * and no entry that none is needed.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
    private static final List<String> CARRIERS = List.of("bearer", "api_key");

    @Override
    public Operation filterOperation(Operation operation) {
        operation
                .getResponses()
                .addAPIResponse("default", OASFactory.createAPIResponse().ref(error(operation)));
        if (!List.of(OperationsResource.TAG).equals(operation.getTags())
                && error(operation).equals("Problem")) {
            if (!operation.getResponses().hasAPIResponse("429")) {
                operation
                        .getResponses()
                        .addAPIResponse("429", OASFactory.createAPIResponse().ref("QuotaExceeded"));
            }
            operation
                    .getResponses()
                    .addAPIResponse("503", OASFactory.createAPIResponse().ref("Overloaded"))
                    .addAPIResponse("504", OASFactory.createAPIResponse().ref("TimedOut"));
        }
        Map.copyOf(operation.getResponses().getAPIResponses()).forEach((status, response) -> {
            if (isBareError(status, response)) {
                // One response stands for all operations where Quarkus adds it, and not all have the same error.
                operation
                        .getResponses()
                        .addAPIResponse(
                                status,
                                OASFactory.createAPIResponse()
                                        .description(response.getDescription())
                                        .content(errorContent(error(operation))));
            }
        });
        operation.setSecurity(requirements(operation.getSecurity()));
        return operation;
    }

    private static boolean isBareError(String status, APIResponse response) {
        return (status.startsWith("4") || status.startsWith("5"))
                && response.getRef() == null
                && response.getContent() == null;
    }

    /** The names of both errors are those of their schemas. */
    private static Content errorContent(String error) {
        String mediaType = error.equals("Problem") ? Problem.MEDIA_TYPE : MediaType.APPLICATION_JSON;
        return OASFactory.createContent()
                .addMediaType(
                        mediaType,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(error)));
    }

    private static String error(Operation operation) {
        List<String> tags = operation.getTags();
        return tags != null && tags.contains(OpenAiError.TAG) ? "OpenAiError" : "Problem";
    }

    /** The scopes stand there by then, from the annotations of the method; none stands there where anybody may call it. */
    private static List<SecurityRequirement> requirements(@Nullable List<SecurityRequirement> annotated) {
        if (annotated == null) {
            return List.of();
        }
        return annotated.stream()
                .flatMap(requirement -> requirement.getSchemes().values().stream())
                .flatMap(scopes ->
                        scopes.isEmpty() ? Stream.of(scopes) : scopes.stream().map(List::of))
                .flatMap(scope -> CARRIERS.stream().map(carrier -> requirement(carrier, scope)))
                .toList();
    }

    private static SecurityRequirement requirement(String carrier, List<String> scope) {
        return OASFactory.createSecurityRequirement().addScheme(carrier, scope);
    }
}
