package io.frontdesk.retrieval.problem;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.kit.problem.Problems;
import io.frontdesk.retrieval.problem.RetrievalError.Reason;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** From {@link RetrievalError} to problem details. A conflict carries its {@code reason}, for the program that asked. */
class RetrievalErrorMapper {
    private static final Logger LOG = Logger.getLogger(RetrievalErrorMapper.class);

    @ServerExceptionMapper
    RestResponse<Map<String, Object>> answer(RetrievalError error) {
        return switch (error) {
            case RetrievalError.VersionOutdated late -> conflict(late, late.reason());
            case RetrievalError.StageIncomplete incomplete -> conflict(incomplete, Reason.INCOMPLETE);
            case RetrievalError.Busy busy -> unavailable(busy);
            case RetrievalError.ModelUnavailable unavailable -> unavailable(unavailable);
            case RetrievalError.ModelNotConfigured missing -> unavailable(missing);
            case RetrievalError.StateUnavailable unavailable -> unavailable(unavailable);
        };
    }

    private static RestResponse<Map<String, Object>> conflict(RetrievalError error, Reason reason) {
        return Problems.response(
                Problem.of(ProblemType.CONFLICT, message(error)).with("reason", reason.wireName()));
    }

    private static RestResponse<Map<String, Object>> unavailable(RetrievalError error) {
        LOG.warn(error.getMessage());
        return Problems.builder(Problem.of(ProblemType.UNAVAILABLE, message(error)))
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }

    private static String message(RetrievalError error) {
        return String.valueOf(error.getMessage());
    }
}
