package io.frontdesk.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.kit.request.RequestIds;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * What the framework refuses, and what nobody expected, as problems. Messages of exceptions are shown only where we wrote
 * them; the rest is logged whole beside the request id that the caller gets.
 */
public class FrameworkErrorMapper {
    private static final String READER_OF_FORMS = "org.jboss.resteasy.reactive.server.core.multipart.";
    private static final Logger LOG = Logger.getLogger(FrameworkErrorMapper.class);

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    public RestResponse<Map<String, Object>> unauthenticated() {
        return Problems.builder(Problem.of(ProblemType.UNAUTHENTICATED))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper(ForbiddenException.class)
    public RestResponse<Map<String, Object>> forbidden() {
        return Problems.response(Problem.of(ProblemType.FORBIDDEN));
    }

    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> refused(InvalidField refused) {
        return Problems.response(Problem.of(refused));
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    public RestResponse<Map<String, Object>> unreadable(JsonProcessingException e) {
        return Problems.response(problemOf(e));
    }

    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> refusedByFramework(WebApplicationException e) {
        JsonProcessingException json = causeOf(e, JsonProcessingException.class);
        if (json != null) {
            return unreadable(json);
        }
        InvalidField refused = causeOf(e, InvalidField.class);
        if (refused != null) {
            return refused(refused);
        }
        int status = e.getResponse().getStatus();
        return status >= 500 ? unexpected(e) : Problems.response(Problem.of(ProblemType.fromStatus(status)));
    }

    /** The framework's reader of forms says no more than this of a body that ends before its last part. */
    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> unread(IOException e) {
        StackTraceElement[] origin = e.getStackTrace();
        return origin.length > 0 && origin[0].getClassName().startsWith(READER_OF_FORMS)
                ? Problems.response(Problem.of(ProblemType.MALFORMED_REQUEST, "The body is not the form that it says"))
                : unexpected(e);
    }

    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> unexpected(Throwable e) {
        LOG.errorf(e, "Unexpected failure of request %s", RequestIds.current());
        return Problems.response(
                Problem.of(ProblemType.INTERNAL, "Ask for help with the request id " + RequestIds.current()));
    }

    private static Problem problemOf(JsonProcessingException e) {
        InvalidField refused = causeOf(e, InvalidField.class);
        if (refused != null) {
            return Problem.of(refused);
        }
        return switch (e) {
            case UnrecognizedPropertyException unknown -> invalid(unknown, "is not a known field");
            case MismatchedInputException mismatch
            when !mismatch.getPath().isEmpty() -> invalid(mismatch, "has a value of the wrong type");
            case JsonMappingException mapping
            when !mapping.getPath().isEmpty() -> invalid(mapping, "has a value that is not accepted");
            default -> Problem.of(ProblemType.MALFORMED_REQUEST, "The body is not the JSON that is expected here");
        };
    }

    private static Problem invalid(JsonMappingException e, String problem) {
        String field = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return Problem.of(new InvalidField(field, problem));
    }

    private static <T extends Throwable> @Nullable T causeOf(Throwable e, Class<T> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
