package io.frontdesk.retrieval.synonyms;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.frontdesk.contracts.InvalidField;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's settings of the search.
 *
 * @param synonyms at most 200 groups of 2 to 10 words or phrases that mean the same, each of 1 to 60 characters; none where
 *     absent
 */
record SearchSettings(@Nullable List<List<String>> synonyms) {
    private static final int GROUPS = 200;
    private static final int TERMS = 10;
    private static final int CHARACTERS = 60;

    SearchSettings {
        synonyms = synonyms == null ? List.of() : synonyms;
        if (synonyms.size() > GROUPS) {
            throw new InvalidField("synonyms", "must be at most %d groups, are %d".formatted(GROUPS, synonyms.size()));
        }
        synonyms.forEach(SearchSettings::requireGroup);
    }

    List<List<String>> groups() {
        return Objects.requireNonNull(synonyms);
    }

    /** Nobody is to believe that a field which is not known has had an effect. */
    @JsonAnySetter
    void refuse(String field, @Nullable Object value) {
        throw new InvalidField(field, "is not a field of this request");
    }

    private static void requireGroup(@Nullable List<String> group) {
        if (group == null || group.size() < 2 || group.size() > TERMS) {
            throw new InvalidField("synonyms", "must be groups of 2 to %d words or phrases".formatted(TERMS));
        }
        for (String term : group) {
            if (term == null || term.isBlank() || term.length() > CHARACTERS || term.indexOf('\0') >= 0) {
                throw new InvalidField(
                        "synonyms", "must be words or phrases of 1 to %d characters".formatted(CHARACTERS));
            }
        }
    }
}
