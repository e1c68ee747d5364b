package io.frontdesk.local.infra;

import io.frontdesk.local.process.Command;
import io.frontdesk.local.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One server in a container of its own, named after the data folder, its data in a volume of the same name. */
record Docker(String container) {
    private static final String MEND = "see docker logs, or name a running server by DATABASE_URL and REDIS_URL";

    static boolean daemonAnswers() {
        return Command.find("docker").isPresent()
                && Command.of("docker", "version", "--format", "{{.Server.Version}}")
                        .run()
                        .ok();
    }

    static Docker of(Workspace workspace, String server) {
        var folder = Integer.toHexString(workspace.data().toString().hashCode());
        return new Docker("frontdesk-" + server + "-" + folder);
    }

    boolean exists() {
        return Command.of("docker", "container", "inspect", container).run().ok();
    }

    boolean running() {
        var state = Command.of("docker", "container", "inspect", "--format", "{{.State.Running}}", container)
                .run();
        return state.ok() && state.output().strip().equals("true");
    }

    /** Makes the container anew, on its old volume, listening on that port of this machine only. */
    void start(
            String image,
            int port,
            int portInside,
            String dataInside,
            Map<String, String> environment,
            List<String> arguments) {
        Command.of("docker", "container", "rm", "--force", container).run();
        var words = new ArrayList<>(List.of("docker", "run", "--detach", "--name", container));
        words.addAll(List.of("--publish", "127.0.0.1:" + port + ":" + portInside));
        words.addAll(List.of("--volume", container + ":" + dataInside));
        environment.keySet().forEach(name -> words.addAll(List.of("--env", name)));
        words.add(image);
        words.addAll(arguments);
        Command.of(words).with(environment).runOrFail(MEND);
    }

    void stop() {
        if (exists()) {
            Command.of("docker", "container", "stop", "-t", "30", container).run();
            Command.of("docker", "container", "rm", container).run();
        }
    }
}
