package io.frontdesk.kit.deadline;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.kit.problem.Problems;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** {@link DeadlinePassed} as a problem, and counted: nobody may be there to read it. */
public class DeadlineMapper {
    private final Counter notBegun;
    private final Counter givenUp;

    DeadlineMapper(MeterRegistry metrics) {
        this.notBegun = counter(metrics, "not_begun");
        this.givenUp = counter(metrics, "given_up");
    }

    private static Counter counter(MeterRegistry metrics, String work) {
        return Counter.builder("frontdesk_deadlines_passed")
                .description("Requests whose time was over: before work on them began, or in its midst")
                .tag("work", work)
                .register(metrics);
    }

    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> passed(DeadlinePassed e) {
        (e.begun() ? givenUp : notBegun).increment();
        return Problems.response(Problem.of(ProblemType.DEADLINE_PASSED, String.valueOf(e.getMessage())));
    }
}
