package io.frontdesk.ingestion.watch;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.kit.problem.Problems;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Why no events come, as responses. */
public class WatchOutcomeMapper {
    private static final int RETRY_AFTER_SECONDS = 10;

    /** Not 503: this service is well, and nobody should think otherwise of it. */
    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> map(TooManyReaders e) {
        return Problems.builder(Problem.of(ProblemType.TOO_MANY_REQUESTS, String.valueOf(e.getMessage())))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    /** After which browsers do not connect again (WHATWG HTML, section 9.2.2). */
    @ServerExceptionMapper
    public RestResponse<Void> map(NothingMore e) {
        return RestResponse.noContent();
    }
}
