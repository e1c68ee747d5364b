package io.frontdesk.e2e.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.frontdesk.e2e.SuiteExtension;
import io.frontdesk.e2e.isolation.Carrier;
import io.frontdesk.e2e.isolation.Marks;
import io.frontdesk.e2e.isolation.Party;
import io.frontdesk.e2e.isolation.SuiteParties;
import io.frontdesk.local.process.Command;
import io.frontdesk.local.suite.Suite;
import io.frontdesk.local.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same question as {@link FuzzTest}'s, asked by a program that others wrote, where Python and its index are at hand. */
@ExtendWith(SuiteExtension.class)
@EnabledIfSystemProperty(named = "frontdesk.fuzz.rounds", matches = "[1-9]\\d*")
class SchemathesisTest {
    private static final String PROGRAM = "schemathesis==4.32.5";
    private static final String CHECKS =
            "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance";
    private static final String FOR_THE_OPERATOR = "^/v1/(admin|tenants)|^/metrics|^/health/detailed";
    /** After which the tenant could be refused all that comes. */
    private static final String LIMITS = "|^/v1/settings/gateway";
    /** One schema for the whole stream, which Schemathesis takes for that of each event. */
    private static final String STREAMS = "|/events$";

    private static final int EXAMPLES = 25 * Integer.getInteger("frontdesk.fuzz.rounds", 1);
    private static final long SEED = Long.getLong("frontdesk.fuzz.seed", System.nanoTime());

    private final Path root = Workspace.findRoot();
    private final Path python = root.resolve(".local/schemathesis");
    private final Suite suite;
    private final SuiteParties parties;

    SchemathesisTest(Suite suite) {
        this.suite = suite;
        this.parties = new SuiteParties(suite);
    }

    @Test
    void findsNothingAsATenantAndAsTheOperator() {
        assumeThat(isAtHand())
                .as("python3 with venv, and an index that has " + PROGRAM)
                .isTrue();

        run(parties.tenant(Marks.next("schemathesis")), "--exclude-path-regex", FOR_THE_OPERATOR + LIMITS + STREAMS);
        run(parties.operator(Marks.next("operator")), "--include-path-regex", FOR_THE_OPERATOR);
    }

    private boolean isAtHand() {
        var isAtHand = Command.of("python3", "-m", "venv", python.toString())
                        .run()
                        .ok()
                && Command.of(python.resolve("bin/python").toString(), "-m", "pip", "install", "--quiet", PROGRAM)
                        .run()
                        .ok();
        System.out.println("fuzz: " + (isAtHand ? PROGRAM : "without Schemathesis, which pip cannot find here"));
        return isAtHand;
    }

    private void run(Party caller, String... operations) {
        var credential = caller.carriers().stream()
                .filter(carrier -> carrier.kind() == Carrier.Kind.KEY || carrier.kind() == Carrier.Kind.OPERATOR)
                .findFirst()
                .orElseThrow()
                .credential()
                .headers()
                .get("Authorization");
        var words = new ArrayList<>(List.of(
                python.resolve("bin/schemathesis").toString(),
                "--no-color",
                "run",
                suite.gatewayUrl(1) + "/openapi?format=json",
                "--header",
                "Authorization: " + credential,
                "--checks",
                CHECKS,
                "--phases",
                "examples,coverage,fuzzing",
                "--max-examples",
                String.valueOf(EXAMPLES),
                "--seed",
                String.valueOf(SEED),
                "--continue-on-failure",
                "--warnings",
                "off",
                "--generation-database",
                "none"));
        words.addAll(List.of(operations));
        var said = Command.of(words).in(root.resolve("deploy/e2e/target")).run();
        said.output()
                .lines()
                .filter(line -> line.contains("generated"))
                .forEach(line -> System.out.println("fuzz: " + line.strip()));
        assertThat(said.ok()).as(said.output()).isTrue();
    }
}
