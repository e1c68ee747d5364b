package io.frontdesk.generation.failure;

import io.frontdesk.kit.problem.Problems;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers an {@link AnswerError} that comes before the first event of a stream. */
public class AnswerErrorMapper {
    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> failed(AnswerError error) {
        return Problems.response(error.problem());
    }
}
