package io.frontdesk.ingestion.parse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** The command line of the parser program. */
final class ParserCommand {
    private static final Logger LOG = Logger.getLogger(ParserCommand.class);

    /** Runs a command where there is no network at all; takes no rights that a container does not have to give. */
    private static final List<String> WITHOUT_NETWORK = List.of("unshare", "--user", "--net");

    private ParserCommand() {}

    /** Finds out, by trying it once, whether the machine permits a namespace without network. */
    static List<String> line(ParserConfig config) {
        List<String> line = new ArrayList<>();
        if (config.isolateNetwork() && isPermitted(WITHOUT_NETWORK)) {
            line.addAll(WITHOUT_NETWORK);
        }
        line.add(config.java().orElseGet(ParserCommand::ownJava));
        line.addAll(config.options());
        line.add("-jar");
        line.add(config.home().resolve("parser.jar").toString());
        return List.copyOf(line);
    }

    private static boolean isPermitted(List<String> prefix) {
        List<String> attempt = new ArrayList<>(prefix);
        attempt.add("true");
        try {
            Process process = new ProcessBuilder(attempt)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() == 0) {
                return true;
            }
        } catch (IOException e) {
            LOG.debugf(e, "There is no unshare here");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.info("This machine permits no empty network namespace; the parser program refuses the network by itself");
        return false;
    }

    /** The Java that runs this service; a native executable has none, and takes the one on the path. */
    private static String ownJava() {
        String home = System.getProperty("java.home");
        return home == null ? "java" : Path.of(home, "bin", "java").toString();
    }
}
