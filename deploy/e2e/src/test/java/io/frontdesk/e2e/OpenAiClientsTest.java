package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.frontdesk.contracts.Ids;
import io.frontdesk.local.process.Command;
import io.frontdesk.local.suite.Suite;
import io.frontdesk.local.workspace.Workspace;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
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
    private static final String QUESTION = "How long do I have to return a laptop?";

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
        var said = Command.of(program, script, QUESTION, "And for tablets?")
                .with(Map.of("OPENAI_BASE_URL", suite.gatewayUrl(1) + "/v1", "OPENAI_API_KEY", tenant.apiKey()))
                .run();
        assertThat(said.ok()).as(said.output()).isTrue();
        var told = new JsonPath(said.output().lines().toList().getLast());

        for (String way : List.of("chat", "chat_streamed", "response", "response_streamed")) {
            assertThat(told.getString(way + ".text")).as(way).contains("30 days", "[1]");
            assertThat(told.getList(way + ".citations.url"))
                    .as(way)
                    .isNotEmpty()
                    .containsOnly(ReturnsPolicy.URL);
            assertThat(told.getString(way + ".end")).as(way).isEqualTo(way.startsWith("chat") ? "stop" : "completed");
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
}
