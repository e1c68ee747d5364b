package io.frontdesk.gateway.openai;

import io.frontdesk.contracts.Problem;
import io.frontdesk.gateway.admission.RouteClass;
import io.frontdesk.gateway.problem.OpenAiError;
import io.frontdesk.gateway.upstream.UpstreamJson;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Problems of the routes that are OpenAI's in its envelope, whoever refuses: the framework, this gateway, or a service behind. */
public class OpenAiErrorFilter {
    @ServerResponseFilter
    public void envelop(ContainerRequestContext request, ContainerResponseContext response) {
        if (isProblem(response) && RouteClass.isOpenAis(request.getUriInfo().getPath())) {
            response.setEntity(OpenAiError.of(members(response.getEntity())), null, MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private static boolean isProblem(ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        return type != null && Problem.MEDIA_TYPE.equals(type.getType() + "/" + type.getSubtype());
    }

    /** As this gateway writes them, or as they came. */
    private static Map<?, ?> members(Object problem) {
        return switch (problem) {
            case Map<?, ?> members -> members;
            case byte[] json -> UpstreamJson.read(Buffer.buffer(json), Map.class);
            default -> Map.of();
        };
    }
}
