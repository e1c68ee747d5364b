package io.frontdesk.auth.problem;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.kit.problem.Problems;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** From {@link AuthError} to problem details. */
public class AuthErrorMapper {
    private static final Logger LOG = Logger.getLogger(AuthErrorMapper.class);

    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> answer(AuthError error) {
        return switch (error) {
            case AuthError.CredentialRefused refused ->
                problem(refused, ProblemType.UNAUTHENTICATED)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                        .build();
            case AuthError.LoginRefused refused ->
                problem(refused, ProblemType.UNAUTHENTICATED).build();
            case AuthError.NotFound missing ->
                problem(missing, ProblemType.NOT_FOUND).build();
            case AuthError.TenantUnchangeable kept ->
                problem(kept, ProblemType.CONFLICT).build();
            case AuthError.ScopesNotHeld refused ->
                problem(refused, ProblemType.FORBIDDEN).build();
            case AuthError.EmailTaken taken ->
                problem(taken, ProblemType.CONFLICT).build();
            case AuthError.Busy busy -> unavailable(busy);
            case AuthError.StateNotWritten failed -> {
                LOG.warn(failed.getMessage(), failed.getCause());
                yield unavailable(failed);
            }
        };
    }

    private static RestResponse<Map<String, Object>> unavailable(AuthError error) {
        return problem(error, ProblemType.UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }

    private static ResponseBuilder<Map<String, Object>> problem(AuthError error, ProblemType type) {
        return Problems.builder(Problem.of(type, String.valueOf(error.getMessage())));
    }
}
