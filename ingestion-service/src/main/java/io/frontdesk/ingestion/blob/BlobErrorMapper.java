package io.frontdesk.ingestion.blob;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.kit.problem.Problems;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import software.amazon.awssdk.core.exception.SdkException;

/** A bucket that does not take an original now is unavailable, not an error of the service's own. */
public class BlobErrorMapper {
    private static final Logger LOG = Logger.getLogger(BlobErrorMapper.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> unreachable(SdkException e) {
        LOG.warnf("The bucket of originals does not answer as it should: %s", e.getMessage());
        return Problems.builder(Problem.of(ProblemType.UNAVAILABLE))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
