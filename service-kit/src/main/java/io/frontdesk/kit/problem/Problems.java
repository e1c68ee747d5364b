package io.frontdesk.kit.problem;

import io.frontdesk.contracts.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Problems as HTTP responses. */
public final class Problems {
    private Problems() {}

    public static RestResponse<Map<String, Object>> response(Problem problem) {
        return builder(problem).build();
    }

    /** For a response that carries further headers. */
    public static ResponseBuilder<Map<String, Object>> builder(Problem problem) {
        return ResponseBuilder.<Map<String, Object>>create(problem.type().status())
                .entity(problem.members())
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    }
}
