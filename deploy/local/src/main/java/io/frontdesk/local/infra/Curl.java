package io.frontdesk.local.infra;

import io.frontdesk.local.process.Command;
import io.frontdesk.local.process.Failure;
import io.frontdesk.local.workspace.FolderLock;
import io.frontdesk.local.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What READMEs tell their readers to call the API with; for the tests that do as they are told. */
public record Curl(Workspace workspace) {
    /** What has to stand in the environment of a shell, so that it finds curl: nothing where the machine has it. */
    public Map<String, String> environment() {
        return Command.find("curl").isPresent()
                ? Map.of()
                : FolderLock.holding(workspace.tools().resolve("curl.lock"), this::unpacked);
    }

    private Map<String, String> unpacked() {
        var folder = workspace.tools().resolve("curl");
        var programs = folder.resolve("usr/bin");
        if (!Files.isExecutable(programs.resolve("curl"))) {
            unpack(folder);
        }
        var environment = new HashMap<>(Packages.libraryPath(folder));
        environment.put("PATH", programs + ":" + System.getenv("PATH"));
        return environment;
    }

    private static void unpack(Path into) {
        if (!Packages.available()) {
            throw new Failure("there is no curl and no apt here", "install curl");
        }
        var packages = new Packages(into.resolveSibling("apt-curl"));
        packages.unpackWithLibraries(into, "curl");
        packages.clear();
    }
}
