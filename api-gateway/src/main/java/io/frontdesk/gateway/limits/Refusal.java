package io.frontdesk.gateway.limits;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.gateway.admission.RouteClass;
import io.frontdesk.gateway.problem.OpenAiError;
import io.frontdesk.gateway.upstream.UpstreamJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** The end of a request of which nothing more is read, before any resource has it; told as its route tells errors. */
final class Refusal {
    private Refusal() {}

    static void send(HttpServerRequest request, ProblemType problem) {
        HttpServerResponse response = request.response();
        boolean isOpenAis = RouteClass.isOpenAis(request.path());
        Map<String, Object> members = Problem.of(problem).members();
        Buffer body = UpstreamJson.write(isOpenAis ? OpenAiError.of(members) : members);
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, isOpenAis ? MediaType.APPLICATION_JSON : Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        if (request.version() == HttpVersion.HTTP_2) {
            response.end(body).onComplete(sent -> response.reset());
        } else {
            // After an end, what comes next on the connection would be read as a request, and is the rest of this one.
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .write(body)
                    .onComplete(sent -> request.connection().close());
        }
    }
}
