package io.frontdesk.quality;

import io.frontdesk.local.infra.Packages;
import io.frontdesk.local.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where question sets come from: Debian's packages, unpacked into a folder and not installed. */
record Sources(Workspace workspace) {
    private static final String DOC = "usr/share/doc/";

    /** By which the search is judged, and what it has to reach at least among the first ten. */
    List<QuestionSet> judged() {
        return List.of(
                set("perlfaq", "perl-doc", "usr/share/perl", "perlfaq[1-9]\\.pod", PodFaq::read),
                set("debian-faq", "debian-faq", DOC + "debian/FAQ", "(?!index).*\\.en\\.html", HtmlFaq::read));
    }

    /** By which what was chosen for those is tried again. */
    List<QuestionSet> others() {
        return List.of(
                questionsOf(set(
                        "python", "python3.11-doc", DOC + "python3.11/html/faq", "(?!index).*\\.html", HtmlFaq::read)),
                questionsOf(set("privoxy", "privoxy", DOC + "privoxy/faq", ".*\\.html", HtmlFaq::read)),
                set("fetchmail", "fetchmail", DOC + "fetchmail", "fetchmail-FAQ\\.html", HtmlFaq::read));
    }

    private static QuestionSet questionsOf(QuestionSet set) {
        return new QuestionSet(
                set.name(),
                set.entries().stream()
                        .filter(entry -> entry.question().endsWith("?"))
                        .toList());
    }

    private QuestionSet set(
            String name,
            String debianPackage,
            String folder,
            String file,
            Function<String, List<QuestionSet.Entry>> reader) {
        Path unpacked = unpacked(debianPackage);
        try (Stream<Path> files = Files.walk(unpacked.resolve(folder))) {
            List<QuestionSet.Entry> entries = files.filter(Files::isRegularFile)
                    .filter(path -> path.getFileName().toString().matches(file))
                    .sorted()
                    .map(Sources::text)
                    .flatMap(text -> reader.apply(text).stream())
                    .toList();
            return new QuestionSet(name, entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path unpacked(String debianPackage) {
        Path folder = workspace.tools().resolve("quality").resolve(debianPackage);
        if (!Files.isDirectory(folder)) {
            System.err.printf("  unpacking %s%n", debianPackage);
            new Packages(workspace.tools().resolve("quality/apt")).unpack(folder, debianPackage);
        }
        return folder;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
