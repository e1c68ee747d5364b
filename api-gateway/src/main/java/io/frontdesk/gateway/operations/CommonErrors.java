package io.frontdesk.gateway.operations;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.gateway.admission.RouteClass;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * The errors that may be answered to every operation that is called so, whatever it does. Each is one of {@code components.responses},
 * named as its example is: {@code Problem.414}. What an operation declares itself stays.
 */
final class CommonErrors {
    /** What errors are: their schemas' names. */
    static final String PROBLEM = "Problem";

    static final String OPEN_AIS = "OpenAiError";

    private static final String IN_PROGRESS = PROBLEM + ".409-in-progress";

    /** Of the head of a request alone, which any may have: its URI, its headers, how its body is written. */
    private static final List<Integer> OF_THE_HEAD = List.of(400, 406, 414, 415, 431);

    private static final List<Integer> OF_A_BODY = List.of(408, 413);
    private static final List<Integer> FROM_BEHIND = List.of(502, 503, 504);
    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** What says more than its schema. */
    private static final Map<Integer, String> WITH_HEADERS =
            Map.of(429, "QuotaExceeded", 503, "Overloaded", 504, "TimedOut");

    private CommonErrors() {}

    static void describe(Components components) {
        Stream.of(OF_THE_HEAD, OF_A_BODY, List.of(404, 422, 429), FROM_BEHIND)
                .flatMap(List::stream)
                .forEach(status -> Stream.of(PROBLEM, OPEN_AIS)
                        .filter(error -> name(error, status).startsWith(error))
                        .filter(error -> status != 422 || error.equals(PROBLEM))
                        .forEach(error -> components.addResponse(
                                name(error, status), response(error, ProblemType.fromStatus(status)))));
        components.addResponse(IN_PROGRESS, response(PROBLEM, ProblemType.REQUEST_IN_PROGRESS));
    }

    static void addTo(Operation operation, String path, HttpMethod method, String error) {
        add(operation, error, OF_THE_HEAD);
        if (!WITHOUT_BODY.contains(method)) {
            add(operation, error, OF_A_BODY);
        }
        if (path.contains("{")) {
            add(operation, error, List.of(404));
        }
        if (RouteClass.limits(path)) {
            add(operation, error, List.of(429));
            add(operation, error, FROM_BEHIND);
        }
        if (isIdempotent(operation)) {
            add(operation, "409", IN_PROGRESS);
            add(operation, error, List.of(422));
        }
    }

    static Content content(String error) {
        return OASFactory.createContent()
                .addMediaType(
                        error.equals(PROBLEM) ? Problem.MEDIA_TYPE : MediaType.APPLICATION_JSON,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(error)));
    }

    private static boolean isIdempotent(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getRef() != null
                                && parameter.getRef().endsWith("/" + Headers.IDEMPOTENCY_KEY));
    }

    private static void add(Operation operation, String error, List<Integer> statuses) {
        statuses.forEach(status -> add(operation, String.valueOf(status), name(error, status)));
    }

    private static void add(Operation operation, String status, String name) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref(name));
        }
    }

    private static String name(String error, int status) {
        String ofItsOwn = error + "." + status;
        return error.equals(PROBLEM) ? WITH_HEADERS.getOrDefault(status, ofItsOwn) : ofItsOwn;
    }

    private static APIResponse response(String error, ProblemType type) {
        return OASFactory.createAPIResponse().description(type.title()).content(content(error));
    }
}
