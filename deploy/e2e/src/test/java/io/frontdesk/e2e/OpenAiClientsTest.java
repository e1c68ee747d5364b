package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.frontdesk.contracts.Ids;
import io.frontdesk.local.process.Command;
import io.frontdesk.local.suite.Suite;
import io.frontdesk.local.workspace.Workspace;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * OpenAI's own clients for other languages, as their registries have them. Each asks what an application asks, and prints what it is
 * told, as {@code client.mjs} and {@code client.py} say.
 */
@ExtendWith(SuiteExtension.class)
class OpenAiClientsTest {
    private static final String FOR_NODE = "openai@6.49.0";
    private static final String FOR_PYTHON = "openai==3.54.0";
    /** One for each way of asking, so that none is told what another was answered; the third is followed up. */
    private static final List<String> QUESTIONS = List.of(
            "How long do I have to return laptop number 1?",
            "How long do I have to return laptop number 2?",
            "How long do I have to return a laptop?",
            "How long do I have to return laptop number 3?");

    private static final List<String> STREAMED = List.of("chat_streamed", "response_streamed");
    private static final List<String> WAYS = List.of("chat", "chat_streamed", "response", "response_streamed");

    private final Path target = Workspace.findRoot().resolve("deploy/e2e/target");
    private final Path scripts = target.resolve("test-classes/io/frontdesk/e2e");
    private final Suite suite;
    private final Tenant tenant;

    OpenAiClientsTest(Suite suite) {
        this.suite = suite;
        this.tenant = Tenant.create(suite, "Shop " + Ids.next());
        ReturnsPolicy.publish(tenant);
    }

    @Test
    void nodesReadsAnswersStreamsAndCitations() {
        assumeThat(Command.find("npm"))
                .as("npm, which is not installed for this alone")
                .isPresent();
        assumeThat(Command.of("node", "--version").run().output())
                .as("Node.js 20 or newer, which the client asks for")
                .matches("(?s)v[2-9]\\d\\..*");
        Command.of(
                        "npm",
                        "install",
                        "--prefix",
                        target.toString(),
                        "--no-save",
                        "--no-package-lock",
                        "--ignore-scripts",
                        "--no-audit",
                        "--no-fund",
                        FOR_NODE)
                .runOrFail("npm has to find the client in its registry");

        assertThatAllIsTold("node", scripts.resolve("client.mjs").toString());
    }

    @Test
    @EnabledIfSystemProperty(named = "frontdesk.clients.python", matches = "true")
    void pythonsReadsAnswersStreamsAndCitations() {
        Path python = target.resolve("python/bin/python");
        Command.of("python3", "-m", "venv", target.resolve("python").toString()).runOrFail("install python3-venv");
        Command.of(python.toString(), "-m", "pip", "install", "--quiet", FOR_PYTHON)
                .runOrFail("pip has to find the client in its index");

        assertThatAllIsTold(python.toString(), scripts.resolve("client.py").toString());
    }

    private void assertThatAllIsTold(String program, String script) {
        List<String> command = new ArrayList<>(List.of(program, script, "And for a tablet?"));
        command.addAll(QUESTIONS);
        var told = told(command);

        for (String way : WAYS) {
            assertThat(told.getString(way + ".text")).as(way).contains("30 days", "[1]");
            assertThat(told.getList(way + ".citations.url"))
                    .as(way)
                    .isNotEmpty()
                    .containsOnly(ReturnsPolicy.URL);
            assertThat(told.getString(way + ".end")).as(way).isEqualTo(way.startsWith("chat") ? "stop" : "completed");
        }
        for (String way : STREAMED) {
            new Deltas(told.getList(way + ".millis", Long.class)).assertThatTheyComeApart();
        }
        assertThat(told.getInt("chat_streamed.tokens")).isNotNegative();
        assertThat(told.getInt("response_streamed.tokens")).isNotNegative();
        assertThat(told.getString("follow_up")).contains("14 days");
        assertThat(told.getList("models")).containsExactly("frontdesk");
        assertThat(told.getMap("refused"))
                .containsEntry("status", 404)
                .containsEntry("code", "model_not_found")
                .containsEntry("param", "model");
    }

    private JsonPath told(List<String> command) {
        try (var model = new PacedModel(suite)) {
            var said = Command.of(command)
                    .with(Map.of("OPENAI_BASE_URL", suite.gatewayUrl(1) + "/v1", "OPENAI_API_KEY", tenant.apiKey()))
                    .run();
            assertThat(said.ok()).as(said.output()).isTrue();
            return new JsonPath(said.output().lines().toList().getLast());
        }
    }
}
