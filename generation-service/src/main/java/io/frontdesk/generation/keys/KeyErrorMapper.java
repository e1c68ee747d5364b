package io.frontdesk.generation.keys;

import io.frontdesk.kit.problem.Problems;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells the operator why an operation on keys was refused. */
public class KeyErrorMapper {
    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> refused(KeyError error) {
        return Problems.response(error.problem());
    }
}
