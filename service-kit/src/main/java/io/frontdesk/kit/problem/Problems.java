package io.frontdesk.kit.problem;

import io.frontdesk.contracts.Problem;
import io.frontdesk.kit.request.RequestIds;
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

    /** For a response that carries further headers. The problem's {@code instance} names the request. */
    public static ResponseBuilder<Map<String, Object>> builder(Problem problem) {
        Map<String, Object> members = problem.members();
        String requestId = RequestIds.current();
        if (requestId != null) {
            members.put("instance", "/requests/" + requestId);
        }
        return ResponseBuilder.<Map<String, Object>>create(problem.type().status())
                .entity(members)
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    }
}
