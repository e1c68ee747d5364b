package io.frontdesk.ingestion.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Languages as the index calls them: by ISO 639-1, and both Norwegians {@code no}. */
final class LanguageCodes {
    /** What detection calls by one language of a group, and ISO 639-1 by the group. */
    private static final Map<String, String> OF_A_GROUP = Map.of(
            "cmn", "zh", "nob", "no", "nno", "no", "pes", "fa", "ekk", "et", "lvs", "lv", "zlm", "ms", "plt", "mg");

    private final Map<String, String> byThreeLetters = new HashMap<>(OF_A_GROUP);

    LanguageCodes() {
        Arrays.stream(Locale.getISOLanguages())
                .forEach(code -> byThreeLetters.putIfAbsent(Locale.of(code).getISO3Language(), code));
    }

    /** The language of an ISO 639-3 code, where ISO 639-1 has it. */
    Optional<String> ofThreeLetters(String code) {
        return Optional.ofNullable(byThreeLetters.get(code));
    }

    /** The language of a BCP 47 tag, where it begins with one. */
    Optional<String> ofTag(@Nullable String tag) {
        String code =
                tag == null ? "" : Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return switch (code) {
            case "nb", "nn" -> Optional.of("no");
            default -> Optional.of(code).filter(known -> known.length() == 2);
        };
    }
}
