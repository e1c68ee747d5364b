package io.frontdesk.gateway.problem;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.kit.problem.Problems;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** {@link GatewayError}s as problems. */
public class GatewayErrorMapper {
    private static final Logger LOG = Logger.getLogger(GatewayErrorMapper.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> map(GatewayError e, HttpServerRequest request) {
        return switch (e) {
            case GatewayError.Unavailable unavailable -> behind(ProblemType.UNAVAILABLE, e);
            case GatewayError.Overloaded overloaded -> later(ProblemType.UNAVAILABLE, e);
            case GatewayError.QuotaExceeded exceeded -> exceeded(exceeded);
            case GatewayError.TimedOut timedOut -> behind(ProblemType.TIMEOUT, e);
            case GatewayError.Broken broken -> behind(ProblemType.UPSTREAM_FAILED, e);
            case GatewayError.Abandoned abandoned -> Problems.response(problem(ProblemType.MALFORMED_REQUEST, e));
            case GatewayError.WebsiteRefused refused -> Problems.response(problem(ProblemType.FORBIDDEN, e));
            case GatewayError.KeyInUse inUse -> later(ProblemType.REQUEST_IN_PROGRESS, e);
            case GatewayError.KeyReused reused -> Problems.response(reused(e));
            case GatewayError.ResponseNotKept notKept -> Problems.response(problem(ProblemType.CONFLICT, e));
            case GatewayError.BodyEncoded encoded -> encoded(e);
            case GatewayError.BodyTooLarge tooLarge -> tooLarge(e, request.version());
        };
    }

    /** What is left of the body is not read. So an HTTP/1 connection cannot be used again; HTTP/2 ends the stream alone. */
    private static RestResponse<Map<String, Object>> tooLarge(GatewayError e, HttpVersion version) {
        var response = Problems.builder(problem(ProblemType.PAYLOAD_TOO_LARGE, e));
        return (version == HttpVersion.HTTP_2 ? response : response.header("Connection", "close")).build();
    }

    /** With what is taken instead (RFC 9110, section 15.5.16). */
    private static RestResponse<Map<String, Object>> encoded(GatewayError e) {
        return Problems.builder(problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, e))
                .header(HttpHeaders.ACCEPT_ENCODING, "identity")
                .build();
    }

    /** As draft-ietf-httpapi-ratelimit-headers has it. */
    private static RestResponse<Map<String, Object>> exceeded(GatewayError.QuotaExceeded e) {
        return Problems.builder(problem(ProblemType.QUOTA_EXCEEDED, e).with("violated-policies", e.policies()))
                .header(HttpHeaders.RETRY_AFTER, e.retryAfter())
                .build();
    }

    private static RestResponse<Map<String, Object>> behind(ProblemType type, GatewayError e) {
        LOG.warnf("%s: %s", e.getMessage(), e.getCause());
        return later(type, e);
    }

    /** Without a word in the log, where what there is too much of would be written too. */
    private static RestResponse<Map<String, Object>> later(ProblemType type, GatewayError e) {
        return Problems.builder(problem(type, e))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private static Problem reused(GatewayError e) {
        return problem(ProblemType.IDEMPOTENCY_KEY_REUSED, e).with("field", Headers.IDEMPOTENCY_KEY);
    }

    private static Problem problem(ProblemType type, GatewayError e) {
        return new Problem(type, e.getMessage(), Map.of());
    }
}
