package io.frontdesk.retrieval.embedding;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a chunk's vector is made of: where it stands tells what it is about. */
public final class PassageText {
    private PassageText() {}

    public static String of(String title, List<String> headingPath, String text) {
        return Stream.concat(Stream.of(title), headingPath.stream()).collect(Collectors.joining(" > ")) + "\n" + text;
    }
}
