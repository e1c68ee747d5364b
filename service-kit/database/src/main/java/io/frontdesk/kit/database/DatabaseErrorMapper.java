package io.frontdesk.kit.database;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.kit.problem.Problems;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.ConnectException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A database that cannot be reached is unavailable, and a text that it cannot hold is the caller's: neither is an error of the service's own. */
public class DatabaseErrorMapper {
    private static final Logger LOG = Logger.getLogger(DatabaseErrorMapper.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    /** Classes of SQLSTATE: connection exception, insufficient resources, operator intervention (shutdown, restart). */
    private static final Set<String> NOT_AVAILABLE = Set.of("08", "53", "57");

    private static final String NO_TEXT = "A text must not contain the character U+0000";

    /** SQLSTATE character_not_in_repertoire, untranslatable_character (in JSON), program_limit_exceeded (of an index, of words). */
    private static final Map<String, String> NOT_KEPT =
            Map.of("22021", NO_TEXT, "22P05", NO_TEXT, "54000", "A text is too long to be kept or searched");

    @ServerExceptionMapper({ConnectException.class, ClosedConnectionException.class})
    public RestResponse<Map<String, Object>> unreachable(Exception e) {
        LOG.warnf("The database cannot be reached: %s", e.getMessage());
        return Problems.builder(Problem.of(ProblemType.UNAVAILABLE))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> refused(PgException e) {
        if (RemovedTenant.isCauseOf(e)) {
            return Problems.response(Problem.of(ProblemType.NOT_FOUND, "There is no such tenant"));
        }
        String state = Objects.requireNonNullElse(e.getSqlState(), "");
        if (state.length() == 5 && NOT_AVAILABLE.contains(state.substring(0, 2))) {
            return unreachable(e);
        }
        String refusal = NOT_KEPT.get(state);
        if (refusal != null) {
            return Problems.response(Problem.of(ProblemType.MALFORMED_REQUEST, refusal));
        }
        LOG.errorf(e, "Unexpected failure of the database");
        return Problems.response(Problem.of(ProblemType.INTERNAL));
    }
}
