package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.local.infra.DebianProgram;
import io.frontdesk.local.suite.Suite;
import io.frontdesk.local.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs what {@code auth-service/README.md} tells its readers to type. */
@ExtendWith(SuiteExtension.class)
class UserLifeWithCurlTest {
    private static final Pattern SECTION = Pattern.compile(
            "^## A user's whole life with `curl`$(.*?)(?=^## |\\z)", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("^```bash$(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** Some twenty-five calls; so much only where the machine is very busy. */
    private static final long MINUTES = 5;

    private final Suite suite;

    UserLifeWithCurlTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void passesFromTheFirstLineToTheLast(@TempDir Path folder) throws IOException, InterruptedException {
        Path root = Workspace.findRoot();
        Path script = Files.writeString(folder.resolve("life.sh"), commands(root.resolve("auth-service/README.md")));
        Path output = folder.resolve("output");
        var builder = new ProcessBuilder("bash", "-euxo", "pipefail", script.toString())
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        var workspace = new Workspace(root, root.resolve(".local/e2e"));
        builder.environment().putAll(new DebianProgram(workspace, "curl", "curl").environment());
        builder.environment().put("FRONTDESK_URL", suite.gatewayUrl(1));
        builder.environment().put("FRONTDESK_OPERATOR_KEY", suite.operatorKey());

        Process process = builder.start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly().waitFor();

        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("\"role\":\"agent\"", "\"subject\":\"key:", "\"per_minute\":120");
    }

    private static String commands(Path readme) throws IOException {
        var section = SECTION.matcher(Files.readString(readme));
        assertThat(section.find()).as("a section with commands in " + readme).isTrue();
        String commands = BLOCK.matcher(section.group(1))
                .results()
                .map(MatchResult::group)
                .map(block ->
                        block.lines().filter(line -> !line.startsWith("```")).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
        assertThat(commands).contains("/v1/visitor-tokens", "/rotate", "/v1/auth/logout");
        return commands;
    }
}
