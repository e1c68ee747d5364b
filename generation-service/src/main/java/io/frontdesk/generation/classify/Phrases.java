package io.frontdesk.generation.classify;

import io.frontdesk.generation.classify.Reading.SmallTalk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The courtesies of the resource {@code courtesies.txt} beside this class: lines of {@code kind language: phrase | phrase}. The
 * kind {@code filler} stands between them and says nothing.
 */
final class Phrases {
    static final String ENGLISH = "en";
    private static final String FILLER = "filler";

    private final Map<String, Optional<SmallTalk>> phrases;
    private final int longest;

    private Phrases(Map<String, Optional<SmallTalk>> phrases) {
        this.phrases = phrases;
        this.longest = phrases.keySet().stream()
                .mapToInt(phrase -> phrase.split(" ").length)
                .max()
                .orElse(0);
    }

    /** What is said where a message is nothing but courtesies, and perhaps a name. */
    Optional<SmallTalk> nothingElse(List<Word> words) {
        List<SmallTalk> said = new ArrayList<>();
        boolean named = false;
        for (int at = 0; at < words.size(); ) {
            int length = at(words, at);
            if (length > 0) {
                said(text(words, at, length)).ifPresent(said::add);
                at += length;
            } else if (!named && at > 0 && !said.isEmpty() && words.get(at).named()) {
                named = true;
                at++;
            } else {
                return Optional.empty();
            }
        }
        return said.stream().max((one, other) -> one.kind().compareTo(other.kind()));
    }

    /** The rest of a message, when the courtesies at its beginning and end are left out. */
    List<Word> withoutCourtesies(List<Word> words) {
        int from = 0;
        for (int length = courtesyAt(words, from); length > 0; length = courtesyAt(words, from)) {
            from += length;
        }
        int to = words.size();
        for (int length = courtesyBefore(words, from, to); length > 0; length = courtesyBefore(words, from, to)) {
            to -= length;
        }
        return words.subList(from, to);
    }

    private int courtesyAt(List<Word> words, int at) {
        int length = at(words, at);
        return length > 0 && said(text(words, at, length)).isPresent() ? length : 0;
    }

    private int courtesyBefore(List<Word> words, int from, int to) {
        for (int length = Math.min(longest, to - from); length > 0; length--) {
            if (said(text(words, to - length, length)).isPresent()) {
                return length;
            }
        }
        return 0;
    }

    /** The length of the longest phrase that begins here; 0 where none does. */
    private int at(List<Word> words, int at) {
        for (int length = Math.min(longest, words.size() - at); length > 0; length--) {
            if (phrases.containsKey(text(words, at, length))) {
                return length;
            }
        }
        return 0;
    }

    /** What a phrase says; nothing where it is none. */
    private Optional<SmallTalk> said(String phrase) {
        return phrases.getOrDefault(phrase, Optional.empty());
    }

    private static String text(List<Word> words, int at, int length) {
        return Word.join(words.subList(at, at + length));
    }

    static Phrases load() {
        Map<String, Optional<SmallTalk>> phrases = new HashMap<>();
        String resource = "courtesies.txt";
        try (var in = Objects.requireNonNull(Phrases.class.getResourceAsStream(resource), resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> phrases.putAll(read(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Phrases(Collections.unmodifiableMap(phrases));
    }

    private static Map<String, Optional<SmallTalk>> read(String line) {
        int colon = line.indexOf(':');
        String[] head = line.substring(0, colon).split(" ", -1);
        Optional<SmallTalk> said = head[0].equals(FILLER)
                ? Optional.empty()
                : Optional.of(new SmallTalk(SmallTalk.Kind.valueOf(head[0].toUpperCase(Locale.ROOT)), head[1]));
        Map<String, Optional<SmallTalk>> phrases = new HashMap<>();
        for (String phrase : line.substring(colon + 1).split("\\|", -1)) {
            phrases.put(Word.join(Word.of(phrase)), said);
        }
        return phrases;
    }
}
