package io.frontdesk.gateway.problem;

import io.frontdesk.contracts.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** A problem that was told in the midst of events, as the whole answer. */
public final class ToldProblemMapper {
    private ToldProblemMapper() {}

    public static Response response(Map<String, Object> members) {
        int status = members.get("status") instanceof Integer given ? given : 502;
        return Response.status(status)
                .entity(members)
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                // Leaves no header where there is no such member.
                .header(HttpHeaders.RETRY_AFTER, members.get(Problem.RETRY_AFTER))
                .build();
    }
}
