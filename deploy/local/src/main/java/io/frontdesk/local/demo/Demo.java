package io.frontdesk.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.contracts.Scope;
import io.frontdesk.local.process.Await;
import io.frontdesk.local.process.Failure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.workspace.EnvironmentFile;
import io.frontdesk.local.workspace.Workspace;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The demo tenant, remembered in {@code .local/demo.env}. */
public record Demo(Workspace workspace, HttpClient http, Progress progress) {
    public static final String FIRST_QUESTION = "How long do I have to return a laptop?";

    private static final String TENANT_NAME = "Demo shop";
    private static final List<String> SCOPES = List.of(
            Scope.CHAT.wireName(),
            Scope.SEARCH.wireName(),
            Scope.DOCUMENTS_READ.wireName(),
            Scope.DOCUMENTS_WRITE.wireName());
    private static final Duration INDEXING = Duration.ofMinutes(3);

    /** Makes what is missing of tenant, key and indexed documents; says whether anything was. */
    public boolean prepare(String gatewayUrl, String operatorKey, String bootstrapServers) {
        var account = DemoAccount.in(file())
                .map(known -> known.at(gatewayUrl))
                .filter(known -> client(known).documents().isPresent())
                .orElseGet(() -> signUp(new GatewayClient(http, gatewayUrl, operatorKey)))
                .writtenTo(file());
        if (account.published()) {
            return false;
        }
        publish(account, bootstrapServers);
        account.afterPublication().writtenTo(file());
        return true;
    }

    /** Asks with the demo's key and prints the answer as it comes. */
    public void ask(String question, PrintStream out) {
        var account = DemoAccount.in(file())
                .orElseThrow(() -> new Failure("there is no demo tenant yet", "start the suite with make up"));
        out.printf("%n  %s%n%n  ", question);
        new AnswerPrinter(out).print(client(account).ask(question));
    }

    private DemoAccount signUp(GatewayClient asOperator) {
        var tenant = asOperator.createTenant(TENANT_NAME);
        var key = asOperator.createApiKey(tenant, SCOPES);
        progress.step("demo", "created the tenant \"" + TENANT_NAME + "\" and its API key");
        return new DemoAccount(asOperator.url(), key, tenant, false);
    }

    private void publish(DemoAccount account, String bootstrapServers) {
        var documents = SampleDocument.in(workspace.root().resolve("deploy/local/sample-documents"));
        new DocumentPublisher(bootstrapServers, account.tenantId(), account.apiKey()).publish(documents);
        progress.step("demo", "published " + documents.size() + " documents to Kafka");
        var began = System.nanoTime();
        var gateway = client(account);
        Await.until(
                INDEXING,
                () -> countIndexed(gateway) >= documents.size(),
                () -> new Failure(
                        "only " + countIndexed(gateway) + " of " + documents.size() + " documents were indexed in "
                                + INDEXING.toMinutes() + " minutes",
                        "see make logs"));
        progress.step("demo", "indexed all in %.1f s".formatted((System.nanoTime() - began) / 1e9));
    }

    private GatewayClient client(DemoAccount account) {
        return new GatewayClient(http, account.url(), account.apiKey());
    }

    private static long countIndexed(GatewayClient gateway) {
        var documents = gateway.documents().orElse(List.of());
        var failed =
                documents.stream().filter(document -> isIn("failed", document)).toList();
        if (!failed.isEmpty()) {
            var reasons = failed.stream()
                    .map(document -> document.path("title").asText() + ": "
                            + document.path("reason").asText())
                    .collect(Collectors.joining(", "));
            throw new Failure("sample documents failed: " + reasons, "see make logs");
        }
        return documents.stream().filter(document -> isIn("indexed", document)).count();
    }

    private static boolean isIn(String state, JsonNode document) {
        return document.path("state").asText().equals(state);
    }

    private EnvironmentFile file() {
        return new EnvironmentFile(workspace.data().resolve("demo.env"));
    }
}
