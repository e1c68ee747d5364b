package io.frontdesk.gateway.operations;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Shows the examples of the OpenAPI document where they belong. They are its {@code components.examples}, which lie in
 * {@code META-INF/openapi.yaml}, and their names say of what they are examples:
 *
 * <ul>
 *   <li>{@code answer.request}, {@code answer.response}, {@code answer.events}, {@code answer.404}: what one operation, here
 *       {@code answer}, is sent or answers, as events where it streams;
 *   <li>{@code Tenant}, {@code Problem.404}: what other operations are sent, or answer, that has this schema;
 *   <li>{@code Overloaded.…}: what is answered as one of {@code components.responses}, any number of them, or one of the same name;
 *   <li>{@code documents.id}, {@code limit}: a parameter, with what it chooses from where it is one of the path.
 * </ul>
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = ApiExamples.AFTER_ALL_IS_DESCRIBED)
public class ApiExamples implements OASFilter {
    /** The default is 1, and what is less comes later. */
    static final int AFTER_ALL_IS_DESCRIBED = 0;

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var examples = new Examples(api.getComponents().getExamples().keySet());
        api.getComponents().getResponses().forEach(examples::showAll);
        api.getComponents().getParameters().values().forEach(parameter -> examples.show("", parameter));
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .values()
                .forEach(operation -> examples.show(path, operation)));
    }

    /** @param names of all examples there are */
    private record Examples(Set<String> names) {
        void showAll(String response, APIResponse shared) {
            List<String> ofIt = names.stream()
                    .filter(name -> name.equals(response) || name.startsWith(response + "."))
                    .sorted()
                    .toList();
            if (shared.getContent() != null) {
                shared.getContent().getMediaTypes().values().forEach(body -> refer(ofIt, body::addExample));
            }
        }

        void show(String path, Operation operation) {
            if (operation.getParameters() != null) {
                operation.getParameters().stream()
                        .filter(parameter -> parameter.getRef() == null)
                        .forEach(parameter -> show(path, parameter));
            }
            if (operation.getRequestBody() != null) {
                show(operation.getRequestBody().getContent(), operation.getOperationId(), "request");
            }
            operation.getResponses().getAPIResponses().forEach((status, response) -> {
                String kind = status.startsWith("2") ? "response" : status;
                show(response.getContent(), operation.getOperationId(), kind);
            });
        }

        void show(String path, Parameter parameter) {
            String chosenFrom =
                    path.replaceFirst("/\\{" + parameter.getName() + "}.*", "").replaceFirst(".*/", "");
            refer(first(chosenFrom + "." + parameter.getName(), parameter.getName()), parameter::addExample);
        }

        private void show(@Nullable Content content, String operation, String kind) {
            if (content == null) {
                return;
            }
            content.getMediaTypes().forEach((type, body) -> {
                String schema = schema(body);
                List<String> one = type.equals(MediaType.SERVER_SENT_EVENTS)
                        ? first(operation + ".events")
                        : first(operation + "." + kind, schema + "." + kind, schema);
                refer(one, body::addExample);
            });
        }

        private List<String> first(String... candidates) {
            return Stream.of(candidates).filter(names::contains).limit(1).toList();
        }

        private static void refer(List<String> examples, BiConsumer<String, Example> where) {
            examples.forEach(
                    name -> where.accept(name, OASFactory.createExample().ref("#/components/examples/" + name)));
        }

        /** Its name; empty where it has none. */
        private static String schema(org.eclipse.microprofile.openapi.models.media.MediaType body) {
            String ref = body.getSchema() == null ? null : body.getSchema().getRef();
            return ref == null ? "" : ref.substring(ref.lastIndexOf('/') + 1);
        }
    }
}
