package io.frontdesk.ingestion.documents;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.kit.problem.Problems;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** This service's errors as problems. */
public class DocumentErrorMapper {
    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> map(DocumentError error) {
        ProblemType type =
                switch (error) {
                    case DocumentError.Unknown unknown -> ProblemType.NOT_FOUND;
                    case DocumentError.UnknownDeadLetter unknown -> ProblemType.NOT_FOUND;
                    case DocumentError.NoOriginal missing -> ProblemType.NOT_FOUND;
                    case DocumentError.UnknownSource unknown -> ProblemType.NOT_FOUND;
                    case DocumentError.TooLarge tooLarge -> ProblemType.PAYLOAD_TOO_LARGE;
                };
        return Problems.response(Problem.of(type, String.valueOf(error.getMessage())));
    }
}
