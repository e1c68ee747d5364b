package io.frontdesk.bench;

import io.frontdesk.bench.environment.Failure;
import io.frontdesk.bench.environment.Repository;
import io.frontdesk.bench.figures.Comparison;
import io.frontdesk.bench.figures.Report;
import io.frontdesk.bench.figures.Table;
import io.frontdesk.bench.ingestion.IngestionBench;
import io.frontdesk.bench.load.Driver;
import io.frontdesk.bench.load.HttpDriver;
import io.frontdesk.bench.load.Limit;
import io.frontdesk.bench.load.Load;
import io.frontdesk.bench.load.WrkDriver;
import io.frontdesk.bench.overload.OverloadBench;
import io.frontdesk.bench.overload.RecoveryBench;
import io.frontdesk.bench.process.DebianTool;
import io.frontdesk.bench.scenario.AnswerScenario;
import io.frontdesk.bench.scenario.AnswersScenario;
import io.frontdesk.bench.scenario.BulkScenario;
import io.frontdesk.bench.scenario.CachedScenario;
import io.frontdesk.bench.scenario.EdgeScenario;
import io.frontdesk.bench.scenario.FloorScenario;
import io.frontdesk.bench.scenario.IdentityScenario;
import io.frontdesk.bench.scenario.OpenAiScenario;
import io.frontdesk.bench.scenario.RetrievalScenario;
import io.frontdesk.bench.scenario.ScaleScenario;
import io.frontdesk.bench.scenario.Scenario;
import io.frontdesk.bench.scenario.SearchScenario;
import io.frontdesk.bench.scenario.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The benchmarks as a program; the table goes to standard output, progress to standard error. */
public final class Bench {
    private static final List<Scenario> SCENARIOS = List.of(
            new SearchScenario(),
            new RetrievalScenario(),
            new ScaleScenario(),
            new AnswerScenario(),
            new AnswersScenario(),
            new CachedScenario(),
            new BulkScenario(),
            new OpenAiScenario(),
            new EdgeScenario(),
            new FloorScenario(),
            IdentityScenario.LOGIN,
            IdentityScenario.REFRESH,
            IdentityScenario.GRANT);
    private static final Limit THOUSAND_QUESTIONS = new Limit(Duration.ofMinutes(10), 1_000);

    private final Repository repository;

    private Bench(Repository repository) {
        this.repository = repository;
    }

    public static void main(String[] arguments) {
        try {
            var options = Options.parse(arguments);
            var bench = new Bench(Repository.here());
            switch (options.command()) {
                case "memory" -> bench.memory();
                case "ingestion" -> bench.ingestion(options.rounds().rounds());
                case "overload" -> bench.overload(options.rounds());
                case "recovery" -> bench.recovery(options);
                default -> bench.compare(scenarios(options.command()), options);
            }
        } catch (Failure | IllegalArgumentException failure) {
            System.err.println("bench: " + failure.getMessage());
            System.exit(1);
        }
    }

    /** Those of a name, or of a family such as {@code identity}. */
    private static List<Scenario> scenarios(String name) {
        var found = SCENARIOS.stream()
                .filter(scenario ->
                        scenario.name().equals(name) || scenario.name().startsWith(name + "-"))
                .toList();
        if (found.isEmpty()) {
            throw new Failure("no scenario %s; there are %s%n%s".formatted(name, names(), Options.USAGE));
        }
        return found;
    }

    private static String names() {
        return SCENARIOS.stream().map(Scenario::name).collect(Collectors.joining(", "));
    }

    private void compare(List<Scenario> scenarios, Options options) {
        try (var stage = new Stage(repository)) {
            scenarios.forEach(scenario -> compare(scenario, stage, options));
        }
    }

    private void compare(Scenario scenario, Stage stage, Options options) {
        var load = options.loadOr(scenario.load());
        try (var warmer = driver(scenario.warming(load));
                var driver = new CpuMeter(driver(load), stage::processesOf)) {
            var targets = scenario.targets(stage);
            var series = options.rounds().run(targets, warmer, driver, System.err::println);
            var comparison = new Comparison(scenario.name(), load.toString(), series);
            System.out.printf(
                    "%s%n%s; median (least-most) of %d rounds; x: of the first line's%n%n%s%n",
                    scenario.shows(), load, options.rounds().rounds(), Table.of(comparison));
            driver.table(targets).ifPresent(costs -> System.out.printf("%n%s%n", costs));
            scenario.remarks(series).forEach(System.out::println);
            series.stream()
                    .filter(each -> each.errors() > 0)
                    .forEach(each -> System.out.printf("%s: %s%n", each.target(), each.firstError()));
            System.out.println("\n" + Report.write(repository.results(), scenario.name(), Report.of(comparison)));
        }
    }

    private Driver driver(Load load) {
        return load instanceof Load.Wrk wrk
                ? new WrkDriver(wrk, DebianTool.wrk(repository.tools()), repository.results())
                : new HttpDriver(load);
    }

    private void ingestion(int rounds) {
        try (var stage = new Stage(repository)) {
            System.out.println(IngestionBench.of(repository, stage).run(rounds));
        }
    }

    private void overload(Rounds rounds) {
        try (var stage = new Stage(repository)) {
            System.out.println(
                    OverloadBench.of(repository, stage).run(rounds.rounds(), rounds.warmUp(), rounds.measured()));
        }
    }

    private void recovery(Options options) {
        var load = options.loadOr(RecoveryBench.USUAL);
        try (var stage = new Stage(repository)) {
            System.out.println(RecoveryBench.of(repository, stage)
                    .run(load, options.rounds().warmUp()));
        }
    }

    private void memory() {
        var before = Memory.of(repository.pids());
        if (before.isEmpty()) {
            throw new Failure("no running service in %s; run `make up`".formatted(repository.pids()));
        }
        try (var stage = new Stage(repository);
                var driver = new HttpDriver(Scenario.FOUR_CONNECTIONS)) {
            var asked = driver.drive(AnswerScenario.uncached(stage.suite()), THOUSAND_QUESTIONS);
            var after = Memory.of(repository.pids());
            var table = new Table("process", "pid", "before MiB", "after MiB", "its children MiB");
            after.forEach((name, resident) -> table.add(
                    name,
                    String.valueOf(resident.pid()),
                    before.containsKey(name) ? mib(before.get(name).ownMiB()) : "-",
                    mib(resident.ownMiB()),
                    mib(resident.childrenMiB())));
            System.out.printf(
                    "resident memory around %d uncached answers (%d errors %s)%n%n%s%n",
                    asked.replies(), asked.errors(), asked.firstError(), table);
            System.out.println("\n" + Report.write(repository.results(), "memory", after));
        }
    }

    private static String mib(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
