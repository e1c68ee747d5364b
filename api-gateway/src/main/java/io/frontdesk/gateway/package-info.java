/** The public HTTP API. What it knows of a question, a document or a key is which service behind it to ask. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Frontdesk",
                        version = "1",
                        description =
                                "Answers from a business's own documents. Errors are problem details (RFC 9457). Scripts of"
                                        + " websites may call where the tenant lists their origin (putGatewaySettings). Who has no use for"
                                        + " a late response says in `Frontdesk-Time-Left` how many milliseconds are left: when they are"
                                        + " over, work on the request ends. A stream has to begin in that time, and may last.",
                        license = @License(name = "Apache-2.0")),
        components =
                @Components(
                        securitySchemes = {
                            @SecurityScheme(
                                    securitySchemeName = "bearer",
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "bearer",
                                    description = "An API key, or a user's access token"),
                            @SecurityScheme(
                                    securitySchemeName = "api_key",
                                    type = SecuritySchemeType.APIKEY,
                                    in = SecuritySchemeIn.HEADER,
                                    apiKeyName = Headers.API_KEY,
                                    description = "An API key")
                        },
                        schemas =
                                @Schema(
                                        name = "Problem",
                                        type = SchemaType.OBJECT,
                                        requiredProperties = {"type", "title", "status"},
                                        properties = {
                                            @SchemaProperty(name = "type", type = SchemaType.STRING),
                                            @SchemaProperty(name = "title", type = SchemaType.STRING),
                                            @SchemaProperty(name = "status", type = SchemaType.INTEGER),
                                            @SchemaProperty(name = "detail", type = SchemaType.STRING),
                                            @SchemaProperty(
                                                    name = "instance",
                                                    type = SchemaType.STRING,
                                                    description = "Names the request; for whoever is asked for help"),
                                            @SchemaProperty(
                                                    name = "field",
                                                    type = SchemaType.STRING,
                                                    description = "The field that is refused, where it is one"),
                                            @SchemaProperty(
                                                    name = "retry_after",
                                                    type = SchemaType.INTEGER,
                                                    description =
                                                            "Seconds after which to come again, where an answer fails and they are known"),
                                            @SchemaProperty(
                                                    name = "violated-policies",
                                                    type = SchemaType.ARRAY,
                                                    implementation = String.class,
                                                    description = "The limits that refuse, where they do")
                                        }),
                        parameters =
                                @Parameter(
                                        name = Headers.IDEMPOTENCY_KEY,
                                        description =
                                                "Makes it safe to send the request again: a request with the same key, from the same "
                                                        + "caller to the same path, is given the response of the first for a day, and nothing is "
                                                        + "done twice. 409 while the first is being worked on, 422 where it said something else. "
                                                        + "Best a random UUID, in quotes or without.",
                                        in = ParameterIn.HEADER,
                                        schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 255)),
                        responses = {
                            @APIResponse(
                                    name = "QuotaExceeded",
                                    description =
                                            "The caller, its tenant or its address has asked as much as it may, for now",
                                    headers = {
                                        @Header(
                                                name = "Retry-After",
                                                description = "Seconds after which to come again",
                                                schema = @Schema(type = SchemaType.INTEGER)),
                                        @Header(
                                                name = "RateLimit-Policy",
                                                description =
                                                        "All limits that hold, with their quota (q) and window in seconds (w)",
                                                schema = @Schema(type = SchemaType.STRING)),
                                        @Header(
                                                name = "RateLimit",
                                                description =
                                                        "The nearest of them, with what remains (r) and seconds until there is more (t)",
                                                schema = @Schema(type = SchemaType.STRING))
                                    },
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"))),
                            @APIResponse(
                                    name = "OpenAiError",
                                    description = "What went wrong, as OpenAI's clients read it",
                                    content =
                                            @Content(
                                                    mediaType = "application/json",
                                                    schema = @Schema(implementation = OpenAiError.class))),
                            @APIResponse(
                                    name = "Overloaded",
                                    description = "The service behind has more to do than it can, or is not there",
                                    headers =
                                            @Header(
                                                    name = "Retry-After",
                                                    description = "Seconds after which to come again",
                                                    schema = @Schema(type = SchemaType.INTEGER)),
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"))),
                            @APIResponse(
                                    name = "TimedOut",
                                    description =
                                            "The service behind did not answer in the time of this route, or not in the caller's own",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"))),
                            @APIResponse(
                                    name = "Problem",
                                    description = "What went wrong",
                                    content =
                                            @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
                        }))
@NullMarked
package io.frontdesk.gateway;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Problem;
import io.frontdesk.gateway.problem.OpenAiError;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.jspecify.annotations.NullMarked;
