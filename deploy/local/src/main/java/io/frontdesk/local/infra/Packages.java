package io.frontdesk.local.infra;

import io.frontdesk.local.process.Command;
import io.frontdesk.local.process.Failure;
import io.frontdesk.local.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Debian packages, fetched and verified by the machine's apt with lists and caches of our own, and unpacked into a folder:
 * no root needed, no service started, no version on the machine changed.
 */
public final class Packages {
    private static final String MEND = "check the network and the apt sources, or start Docker, or name servers by "
            + "DATABASE_URL and REDIS_URL";
    private static final Pattern TO_INSTALL = Pattern.compile("(?m)^Inst (\\S+)");

    private final Path folder;
    private final Path binarySources;
    private boolean updated;

    public Packages(Path folder) {
        this.folder = folder;
        this.binarySources = Workspace.folder(folder.resolve("binary"));
    }

    static boolean available() {
        return Command.find("apt-get").isPresent() && Command.find("dpkg-deb").isPresent();
    }

    /** The newest server of the distribution, such as {@code postgresql-15}: what its metapackage depends on. */
    String dependencyOf(String metapackage) {
        update();
        var depends = apt(binarySources, "apt-cache", "depends", metapackage).runOrFail(MEND);
        return Pattern.compile("Depends: (" + Pattern.quote(metapackage) + "-\\d+)")
                .matcher(depends)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new Failure("apt knows no " + metapackage, MEND));
    }

    /** Unpacks these packages, and of what they depend on the shared libraries that the machine lacks. */
    void unpackWithLibraries(Path into, String... packages) {
        update();
        var simulated = apt(
                        binarySources,
                        Stream.concat(
                                        Stream.of("apt-get", "install", "--simulate", "--no-install-recommends"),
                                        Stream.of(packages))
                                .toArray(String[]::new))
                .runOrFail(MEND);
        var names = new ArrayList<>(List.of(packages));
        TO_INSTALL
                .matcher(simulated)
                .results()
                .map(found -> found.group(1))
                .filter(Packages::isNeededLibrary)
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        unpack(into, names.toArray(String[]::new));
    }

    /** Libraries of the just-in-time compiler (which stays off) and of Perl scripts (which stay unused) are large. */
    private static boolean isNeededLibrary(String name) {
        return name.startsWith("lib") && !name.startsWith("libllvm") && !name.endsWith("-perl");
    }

    /** Unpacks exactly these packages. */
    public void unpack(Path into, String... packages) {
        update();
        var downloads = Workspace.folder(folder.resolve("downloads"));
        var words = Stream.concat(Stream.of("apt-get", "download"), Stream.of(packages));
        apt(binarySources, words.toArray(String[]::new)).in(downloads).runOrFail(MEND);
        Workspace.folder(into);
        for (var file : files(downloads, ".deb")) {
            Command.of("dpkg-deb", "--extract", file.toString(), into.toString())
                    .runOrFail("check the disk's room");
            delete(file);
        }
    }

    /** Where unpacked programs find unpacked libraries; empty when the machine had them all. */
    static Map<String, String> libraryPath(Path unpacked) {
        try (var found = Files.walk(unpacked)) {
            var folders = found.filter(file -> file.getFileName().toString().matches("lib.*\\.so\\.\\d.*"))
                    .map(file -> String.valueOf(file.getParent()))
                    .distinct()
                    .toList();
            return folders.isEmpty() ? Map.of() : Map.of("LD_LIBRARY_PATH", String.join(":", folders));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The upstream archive of the newest source package among the suites that can really be downloaded. */
    Optional<Path> sourceArchive(String name, String... suites) {
        var downloads = Workspace.folder(folder.resolve("source"));
        for (var suite : suites) {
            var sources = Workspace.folder(folder.resolve(suite));
            var entry = new AptSources(machineSources()).sourceEntry(codename(), suite);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            write(sources.resolve("suite.sources"), entry.get());
            var fetched = apt(sources, "apt-get", "--quiet", "update").run().ok()
                    && apt(sources, "apt-get", "source", "--download-only", name)
                            .in(downloads)
                            .run()
                            .ok();
            var archive = files(downloads, ".orig.tar.gz").stream().findFirst();
            if (fetched && archive.isPresent()) {
                return archive;
            }
        }
        return Optional.empty();
    }

    /** Removes lists and downloads, which only grow old. */
    void clear() {
        Command.of("rm", "-rf", folder.toString()).run();
    }

    private void update() {
        if (!updated) {
            apt(binarySources, "apt-get", "--quiet", "update").runOrFail(MEND);
            updated = true;
        }
    }

    /** Machine-wide settings (proxies, keys) hold; only lists, caches and, for other suites, sources are ours. */
    private Command apt(Path state, String... words) {
        var lists = Workspace.folder(state.resolve("lists"));
        Workspace.folder(lists.resolve("partial"));
        Workspace.folder(state.resolve("cache/archives/partial"));
        var all = new ArrayList<>(List.of(words[0]));
        option(all, "Dir::State::lists=" + lists);
        option(all, "Dir::Cache=" + state.resolve("cache"));
        option(all, "Acquire::Languages=none");
        option(all, "Debug::NoLocking=1");
        if (ServerUser.isRoot()) {
            option(all, "APT::Sandbox::User=root");
        }
        if (Files.exists(state.resolve("suite.sources"))) {
            option(all, "Dir::Etc::sourcelist=/dev/null");
            option(all, "Dir::Etc::sourceparts=" + state);
        }
        all.addAll(List.of(words).subList(1, words.length));
        return Command.of(all).with("DEBIAN_FRONTEND", "noninteractive").with("LC_ALL", "C.UTF-8");
    }

    private static void option(List<String> words, String option) {
        words.add("-o");
        words.add(option);
    }

    private static String codename() {
        var release = read(Path.of("/etc/os-release"));
        var matcher = Pattern.compile("(?m)^VERSION_CODENAME=\"?([a-z]+)").matcher(release);
        return matcher.find() ? matcher.group(1) : "unknown";
    }

    private static List<String> machineSources() {
        var parts = Path.of("/etc/apt/sources.list.d");
        var all = new ArrayList<Path>();
        all.add(Path.of("/etc/apt/sources.list"));
        all.addAll(files(parts, ".sources"));
        all.addAll(files(parts, ".list"));
        return all.stream().filter(Files::isReadable).map(Packages::read).toList();
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
