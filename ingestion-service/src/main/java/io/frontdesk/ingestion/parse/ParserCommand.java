package io.frontdesk.ingestion.parse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The command line of the parser program: the machine's own limits around a virtual machine with its options. Each limit
 * takes no right that a container does not have anyway, and is left out where the machine does not know or permit it.
 */
final class ParserCommand {
    private static final Logger LOG = Logger.getLogger(ParserCommand.class);

    /** Also keeps the program away from this service's memory and environment, which are of another user namespace. */
    private static final List<String> WITHOUT_NETWORK = List.of("unshare", "--user", "--net");

    /** Where memory runs out all the same, the kernel takes it from the programs and leaves the service alone. */
    private static final List<String> FIRST_TO_DIE = List.of("choom", "--adjust", "1000", "--");

    private final List<String> limits;
    private final String java;
    private final List<String> options;
    private final Path jar;

    /** Finds out, by trying each once, which limits the machine permits. */
    ParserCommand(ParserConfig config) {
        List<String> permitted = new ArrayList<>();
        addWherePermitted(permitted, FIRST_TO_DIE, "spares this service when memory runs out");
        if (config.isolateNetwork()) {
            addWherePermitted(permitted, WITHOUT_NETWORK, "gives the parser an empty network; it refuses it by itself");
        }
        addWherePermitted(permitted, resources(config), "limits native memory and files");
        this.limits = List.copyOf(permitted);
        this.java = config.java().orElseGet(ParserCommand::ownJava);
        this.options = config.options();
        this.jar = config.home().resolve("parser.jar").toAbsolutePath();
    }

    /** The line for a program that keeps its files in {@code scratch}. */
    List<String> line(Path scratch) {
        List<String> line = new ArrayList<>(limits);
        line.add(java);
        line.addAll(options);
        line.add("-Djava.io.tmpdir=" + scratch);
        line.add("-jar");
        line.add(jar.toString());
        return List.copyOf(line);
    }

    /** A crash leaves no core either: it would hold a customer's document. */
    private static List<String> resources(ParserConfig config) {
        return List.of(
                "prlimit",
                "--data=" + config.memoryLimit().asLongValue(),
                "--fsize=" + config.fileLimit().asLongValue(),
                "--core=0");
    }

    private static void addWherePermitted(List<String> limits, List<String> limit, String purpose) {
        List<String> attempt = new ArrayList<>(limits);
        attempt.addAll(limit);
        if (isPermitted(attempt)) {
            limits.addAll(limit);
        } else {
            LOG.infof("This machine permits no %s, which %s", limit.getFirst(), purpose);
        }
    }

    private static boolean isPermitted(List<String> prefix) {
        List<String> attempt = new ArrayList<>(prefix);
        attempt.add("true");
        try {
            return new ProcessBuilder(attempt)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            LOG.debugf(e, "There is no %s here", prefix);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** The Java that runs this service; a native executable has none, and takes the one on the path. */
    private static String ownJava() {
        String home = System.getProperty("java.home");
        return home == null ? "java" : Path.of(home, "bin", "java").toString();
    }
}
