package io.frontdesk.local.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a machine's apt sources say about where its distribution is fetched from, and with which keys it is verified. */
record AptSources(List<String> files) {
    private static final Set<String> OTHER_NAMES = Set.of("stable", "oldstable", "oldoldstable", "testing");
    private static final Pattern ONE_LINE = Pattern.compile("deb\\s+(?:\\[([^]]*)]\\s+)?(\\S+)\\s+(\\S+)\\s+(.+)");

    /** One place that packages come from. */
    private record Entry(String uris, Set<String> suites, Set<String> components, Optional<String> signedBy) {
        boolean isMainOf(String codename) {
            return components.contains("main")
                    && suites.stream().anyMatch(suite -> suite.equals(codename) || OTHER_NAMES.contains(suite));
        }

        String sourcesOf(String suite) {
            return "Types: deb-src\nURIs: " + uris + "\nSuites: " + suite + "\nComponents: main\n"
                    + signedBy.map(key -> "Signed-By: " + key + "\n").orElse("");
        }
    }

    /**
     * The entry, in deb822 form, for the source packages of another suite of the same distribution: the same URIs, the
     * same keys.
     *
     * @param codename the suite that the machine runs, as {@code /etc/os-release} names it
     */
    Optional<String> sourceEntry(String codename, String suite) {
        return files.stream()
                .flatMap(file -> entries(file).stream())
                .filter(entry -> entry.isMainOf(codename))
                .map(entry -> entry.sourcesOf(suite))
                .findFirst();
    }

    private static List<Entry> entries(String file) {
        return file.lines().anyMatch(line -> line.startsWith("URIs:")) ? stanzas(file) : lines(file);
    }

    private static List<Entry> stanzas(String file) {
        var entries = new ArrayList<Entry>();
        var text = file.lines().filter(line -> !line.startsWith("#")).reduce("", (a, b) -> a + "\n" + b);
        for (var stanza : text.split("\n\\s*\n")) {
            var uris = field(stanza, "URIs");
            if (uris.isPresent()
                    && words(field(stanza, "Types").orElse("")).contains("deb")
                    && !field(stanza, "Enabled").orElse("yes").equals("no")) {
                entries.add(new Entry(
                        uris.get(),
                        words(field(stanza, "Suites").orElse("")),
                        words(field(stanza, "Components").orElse("")),
                        field(stanza, "Signed-By")));
            }
        }
        return entries;
    }

    /** The value of a field, continuation lines included, as a key in armour has them. */
    private static Optional<String> field(String stanza, String name) {
        var matcher =
                Pattern.compile("(?m)^" + name + ":[ \t]*(.*(?:\n[ \t].*)*)").matcher(stanza);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static List<Entry> lines(String file) {
        var entries = new ArrayList<Entry>();
        for (var line : file.split("\n")) {
            var matcher = ONE_LINE.matcher(line.strip());
            if (matcher.matches()) {
                var options = Optional.ofNullable(matcher.group(1)).orElse("");
                var signedBy = Pattern.compile("signed-by=(\\S+)").matcher(options);
                entries.add(new Entry(
                        matcher.group(2),
                        Set.of(matcher.group(3)),
                        words(matcher.group(4)),
                        signedBy.find() ? Optional.of(signedBy.group(1)) : Optional.empty()));
            }
        }
        return entries;
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.strip().split("\\s+")));
    }
}
