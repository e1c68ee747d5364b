package io.frontdesk.gateway.operations;

import io.frontdesk.gateway.openai.OpenAiError;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the whole OpenAPI document. Every route may answer a problem, OpenAI's an error of theirs; what is asked may be
 * more than the caller may ask, or too much for the service behind. And every route says who may call it: each of its
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
                    .addAPIResponse("503", OASFactory.createAPIResponse().ref("Overloaded"));
        }
        operation.setSecurity(requirements(operation.getSecurity()));
        return operation;
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
