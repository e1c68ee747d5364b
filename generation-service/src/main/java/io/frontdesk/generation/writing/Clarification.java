package io.frontdesk.generation.writing;

import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.guard.KnownLinks;
import io.frontdesk.generation.guard.SafeLinks;
import io.frontdesk.generation.guard.VisibleText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A question for what was meant, made of the titles of what was found and comes near. */
final class Clarification {
    private static final int MOST = 3;
    private static final int LONGEST = 80;

    /** Cosine of bge-small-en-v1.5; what is less near was found for want of anything better. */
    private static final double NEAR = 0.5;

    private static final Map<String, String> ASKED = Map.of(
            "en",
            "Is it about one of these?",
            "de",
            "Geht es um eines davon?",
            "fr",
            "S'agit-il de l'un de ces sujets ?",
            "es",
            "\u00BFSe trata de alguno de estos temas?");

    private Clarification() {}

    /** The fallback alone where nothing comes near. */
    static String of(String fallback, Optional<String> language, List<Passage> nearest) {
        List<String> subjects = nearest.stream()
                .filter(passage -> passage.similarity() >= NEAR)
                .map(Clarification::subject)
                .filter(subject -> !subject.isBlank())
                .distinct()
                .limit(MOST)
                .toList();
        if (subjects.isEmpty()) {
            return fallback;
        }
        String asked = language.map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .map(ASKED::get)
                .orElseGet(() -> ASKED.getOrDefault("en", ""));
        return fallback + "\n\n" + asked + "\n- " + String.join("\n- ", subjects);
    }

    /** A title is the words of whoever published the document. */
    private static String subject(Passage passage) {
        String title = new SafeLinks(KnownLinks.NONE)
                .whole(VisibleText.of(passage.title()))
                .replaceAll("\\s+", " ")
                .strip();
        return title.length() <= LONGEST ? title : title.substring(0, LONGEST) + "\u2026";
    }
}
