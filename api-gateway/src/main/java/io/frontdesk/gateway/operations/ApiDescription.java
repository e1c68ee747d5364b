package io.frontdesk.gateway.operations;

import io.frontdesk.gateway.problem.OpenAiError;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the whole OpenAPI document. Every operation names what it may answer: what it declares, and the {@link CommonErrors}.
 * Where it has no such status, for a method or a path that there is not, a problem or OpenAI's error is answered by default. And every
 * route says who may call it: each of its {@code security} entries names a carrier and the one scope that is enough; no scope there
 * means that any valid credential is, and no entry that none is needed.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
    private static final List<String> CARRIERS = List.of("bearer", "api_key");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        CommonErrors.describe(api.getComponents());
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> describe(operation, path, method)));
    }

    private static void describe(Operation operation, String path, HttpMethod method) {
        String error = error(operation);
        operation
                .getResponses()
                .addAPIResponse("default", OASFactory.createAPIResponse().ref(error));
        CommonErrors.addTo(operation, path, method, error);
        Map.copyOf(operation.getResponses().getAPIResponses()).forEach((status, response) -> {
            if (isBareError(status, response)) {
                // One response stands for all operations where Quarkus adds it, and not all have the same error.
                operation
                        .getResponses()
                        .addAPIResponse(
                                status,
                                OASFactory.createAPIResponse()
                                        .description(response.getDescription())
                                        .content(CommonErrors.content(error)));
            }
        });
        operation.setSecurity(requirements(operation.getSecurity()));
    }

    private static boolean isBareError(String status, APIResponse response) {
        return (status.startsWith("4") || status.startsWith("5"))
                && response.getRef() == null
                && response.getContent() == null;
    }

    private static String error(Operation operation) {
        List<String> tags = operation.getTags();
        return tags != null && tags.contains(OpenAiError.TAG) ? CommonErrors.OPEN_AIS : CommonErrors.PROBLEM;
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
