package io.frontdesk.auth.problem;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.kit.problem.Problems;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
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
            case AuthError.LoginLocked locked ->
                problem(locked, ProblemType.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, locked.remaining().toSeconds() + 1)
                        .build();
            case AuthError.SessionRequired refused ->
                problem(refused, ProblemType.FORBIDDEN).build();
            case AuthError.GrantRefused refused -> grantRefused(refused);
            case AuthError.NotFound missing ->
                problem(missing, ProblemType.NOT_FOUND).build();
            case AuthError.TenantUnchangeable kept ->
                problem(kept, ProblemType.CONFLICT).build();
            case AuthError.ScopesNotHeld refused ->
                problem(refused, ProblemType.FORBIDDEN).build();
            case AuthError.EmailTaken taken ->
                problem(taken, ProblemType.CONFLICT).build();
            case AuthError.ProviderNotAdded refused ->
                problem(refused, ProblemType.CONFLICT).build();
            case AuthError.KeysOnly refused ->
                problem(refused, ProblemType.FORBIDDEN).build();
            case AuthError.LastOwner last -> problem(last, ProblemType.CONFLICT).build();
            case AuthError.Busy busy -> unavailable(busy);
            case AuthError.StateUnavailable failed -> unavailable(failed);
            case AuthError.StateNotWritten failed -> {
                LOG.warn(failed.getMessage(), failed.getCause());
                yield unavailable(failed);
            }
        };
    }

    private static RestResponse<Map<String, Object>> grantRefused(AuthError.GrantRefused refused) {
        GrantError error = refused.error();
        var answer = ResponseBuilder.<Map<String, Object>>create(error.status())
                .entity(Map.of("error", error.wireName(), "error_description", String.valueOf(refused.getMessage())))
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return error == GrantError.INVALID_CLIENT
                ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic").build()
                : answer.build();
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
