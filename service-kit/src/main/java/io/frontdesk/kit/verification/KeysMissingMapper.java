package io.frontdesk.kit.verification;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.kit.problem.Problems;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A token that cannot be verified is not refused: its caller would think it bad, and not come again. */
public class KeysMissingMapper {
    private static final Logger LOG = Logger.getLogger(KeysMissingMapper.class);

    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> unverified(KeysMissing e) {
        LOG.warnf("%s: %s", e.getMessage(), e.getCause());
        return Problems.builder(Problem.of(ProblemType.UNAVAILABLE, "Tokens cannot be verified at the moment"))
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }
}
