package io.frontdesk.local.infra;

import io.frontdesk.local.process.Command;
import io.frontdesk.local.process.Failure;
import io.frontdesk.local.workspace.FolderLock;
import io.frontdesk.local.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A program that only tests need: the machine's own, or Debian's.
 *
 * @param name what it is called by, such as {@code dnsmasq}
 * @param debianPackage which package has it, such as {@code dnsmasq-base}
 */
public record DebianProgram(Workspace workspace, String name, String debianPackage) {
    /** What has to stand in the environment of a shell, so that it finds the program: nothing where the machine has it. */
    public Map<String, String> environment() {
        return Command.find(name).isPresent()
                ? Map.of()
                : FolderLock.holding(workspace.tools().resolve(name + ".lock"), this::unpacked);
    }

    private Map<String, String> unpacked() {
        var folder = workspace.tools().resolve(name);
        var programs = Stream.of("usr/bin", "usr/sbin").map(folder::resolve).toList();
        if (programs.stream().noneMatch(in -> Files.isExecutable(in.resolve(name)))) {
            unpack(folder);
        }
        var environment = new HashMap<>(Packages.libraryPath(folder));
        environment.put("PATH", "%s:%s:%s".formatted(programs.getFirst(), programs.getLast(), System.getenv("PATH")));
        return environment;
    }

    private void unpack(Path into) {
        if (!Packages.available()) {
            throw new Failure("there is no " + name + " and no apt here", "install " + name);
        }
        var packages = new Packages(into.resolveSibling("apt-" + name));
        packages.unpackWithLibraries(into, debianPackage);
        packages.clear();
    }
}
