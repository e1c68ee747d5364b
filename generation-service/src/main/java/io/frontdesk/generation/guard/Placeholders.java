package io.frontdesk.generation.guard;

import io.frontdesk.generation.guard.PersonalData.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The personal data of one prompt, behind placeholders such as {@code [EMAIL_1]}: the same value has the same placeholder in
 * question, history and passages, so that a model can still tell who is who. Lives as long as its answer; not thread-safe.
 */
public final class Placeholders {
    private final Set<PersonalData> kinds;
    private final Map<PersonalData, Integer> counts = new EnumMap<>(PersonalData.class);
    private final Map<String, String> byValue = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();

    /** @param kinds what is masked */
    public Placeholders(Set<PersonalData> kinds) {
        this.kinds = Set.copyOf(kinds);
    }

    /** A text with placeholders in place of personal data. */
    public String mask(String text) {
        var masked = new StringBuilder(text.length());
        int told = 0;
        for (Place place : places(text)) {
            masked.append(text, told, place.start()).append(placeholder(place, text));
            told = place.end();
        }
        return masked.append(text, told, text.length()).toString();
    }

    /** The beginning of a text into which the data was put back, as it was before; it ends before a value that is not whole. */
    public String maskBeginning(String text) {
        int end = values.values().stream()
                .mapToInt(value -> whole(text, value))
                .min()
                .orElse(text.length());
        return mask(text.substring(0, end)).stripTrailing();
    }

    /** Where a text ends, or where the beginning of a value begins that it ends with. */
    private static int whole(String text, String value) {
        for (int part = Math.min(value.length(), text.length()); part > 0; part--) {
            int start = text.length() - part;
            if (text.startsWith(value.substring(0, part), start)
                    && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))) {
                return part == value.length() ? text.length() : start;
            }
        }
        return text.length();
    }

    /** Puts the data back in what is written from now on. */
    public TextFilter putBack() {
        return new PutBack(values);
    }

    /** How many values stand behind placeholders. */
    public int count() {
        return values.size();
    }

    /** Of places that overlap, that of the kind that is surer. */
    private List<Place> places(String text) {
        List<Place> places = new ArrayList<>();
        for (PersonalData kind : PersonalData.values()) {
            if (kinds.contains(kind)) {
                kind.in(text).stream()
                        .filter(found -> places.stream()
                                .noneMatch(known -> known.start() < found.end() && found.start() < known.end()))
                        .forEach(places::add);
            }
        }
        places.sort(Comparator.comparingInt(Place::start));
        return places;
    }

    private String placeholder(Place place, String text) {
        String value = text.substring(place.start(), place.end());
        return byValue.computeIfAbsent(identity(place.kind(), value), identity -> {
            int n = counts.merge(place.kind(), 1, Integer::sum);
            String placeholder = "[" + place.kind().name() + "_" + n + "]";
            values.put(placeholder, value);
            return placeholder;
        });
    }

    /** However it is spaced and in whatever case. */
    private static String identity(PersonalData kind, String value) {
        return kind + ":"
                + (kind == PersonalData.EMAIL ? value : value.replaceAll("[^\\p{L}\\p{N}+]", ""))
                        .toLowerCase(Locale.ROOT);
    }
}
