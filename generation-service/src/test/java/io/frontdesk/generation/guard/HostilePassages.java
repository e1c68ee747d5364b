package io.frontdesk.generation.guard;

import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.Passages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The passages of the resource {@code hostile-passages.txt}: blocks that begin with {@code == name}, then perhaps
 * {@code title: …} and {@code heading: …}, then the text. {@code {tags:…}}, {@code {zero:…}}, {@code {base64:…}} and
 * {@code {entities:…}} are written so.
 */
public record HostilePassages(String name, Passage passage) {
    private static final Pattern WRITTEN = Pattern.compile("\\{(tags|zero|base64|entities):([^}]*)\\}");

    public static List<HostilePassages> all() {
        try (var in = Objects.requireNonNull(HostilePassages.class.getResourceAsStream("hostile-passages.txt"))) {
            String list = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(list.split("(?m)^== "))
                    .skip(1)
                    .map(HostilePassages::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private static HostilePassages read(String block) {
        List<String> lines = block.lines().toList();
        String title = "Returns and refunds";
        String heading = "What customers say";
        int text = 1;
        if (lines.get(text).startsWith("title: ")) {
            title = lines.get(text++).substring("title: ".length());
        }
        if (lines.get(text).startsWith("heading: ")) {
            heading = lines.get(text++).substring("heading: ".length());
        }
        String body = String.join("\n", lines.subList(text, lines.size()));
        return new HostilePassages(
                lines.getFirst(), Passages.passage(written(title), written(heading), Passages.NEAR, written(body)));
    }

    private static String written(String text) {
        return WRITTEN.matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(written(found.group(1), found.group(2))));
    }

    private static String written(String how, String text) {
        return switch (how) {
            case "tags" ->
                text.codePoints()
                        .mapToObj(point -> Character.toString(0xE0000 + point))
                        .collect(Collectors.joining());
            case "zero" -> text.chars().mapToObj(c -> (char) c + "\u200B").collect(Collectors.joining());
            case "base64" -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
            default -> text.chars().mapToObj(c -> "&#" + c + ";").collect(Collectors.joining());
        };
    }
}
