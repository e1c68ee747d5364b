package io.frontdesk.ingestion.pipeline;

import io.frontdesk.local.infra.Packages;
import io.frontdesk.local.process.Failure;
import io.frontdesk.local.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Python that has a Kafka client: the machine's, else with the distribution's package unpacked beside the launcher's own.
 *
 * @param environment what it must be run with
 */
record PythonKafka(String program, Map<String, String> environment) {
    private static final String PACKAGE = "python3-kafka";

    static Optional<PythonKafka> found() {
        Path unpacked = Workspace.test(Workspace.findRoot()).tools().resolve(PACKAGE);
        var packaged = Map.of(
                "PYTHONPATH", unpacked.resolve("usr/lib/python3/dist-packages").toString());
        return first(Map.of()).or(() -> {
            if (!Files.isDirectory(unpacked)) {
                unpack(unpacked);
            }
            return first(packaged);
        });
    }

    private static Optional<PythonKafka> first(Map<String, String> environment) {
        return Stream.of("/usr/bin/python3", "python3")
                .map(program -> new PythonKafka(program, environment))
                .filter(PythonKafka::works)
                .findFirst();
    }

    private boolean works() {
        var builder = new ProcessBuilder(program, "-c", "import kafka").redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void unpack(Path into) {
        try {
            new Packages(into.resolveSibling("apt-" + PACKAGE)).unpack(into, PACKAGE);
        } catch (Failure e) {
            // Then there is none, and the test says so.
        }
    }
}
