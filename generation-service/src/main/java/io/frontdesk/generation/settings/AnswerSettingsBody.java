package io.frontdesk.generation.settings;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.frontdesk.contracts.InvalidField;
import io.frontdesk.generation.guard.PersonalData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings on the wire, and as they are stored. What is absent is as it is for a new tenant.
 *
 * @param version the one that these are to follow: with another one in force, nothing changes (409); absent: whichever it is
 */
@RegisterForReflection
record AnswerSettingsBody(
        @Nullable Long version,
        @Nullable Tone tone,
        @Nullable String assistantName,
        @Nullable String language,
        @Nullable String fallback,
        @Nullable WithoutPassages withoutPassages,
        @Nullable WithoutKeys withoutKeys,
        @Nullable String model,
        @Nullable List<@Nullable String> blockedTopics,
        @Nullable List<@Nullable String> linkHosts,
        @Nullable Integer maxAnswerTokens,
        @Nullable Masking masking,
        @Nullable Boolean visitorsShareAnswers,
        @Nullable Integer conversationRetentionDays) {
    private static final int NAME = 60;
    private static final int WORDS = 500;
    private static final int MODEL = 100;
    private static final int TOPICS = 100;
    private static final int HOSTS = 50;
    private static final int LEAST_TOKENS = 50;
    private static final int MOST_TOKENS = 4_000;
    private static final int TEN_YEARS = 3_650;
    private static final Pattern HOST = Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,8}[a-z]{2,63}");

    /** Which personal data no provider reads; all of it where nothing is said. */
    @RegisterForReflection
    record Masking(
            @Nullable Boolean email,
            @Nullable Boolean phone,
            @Nullable Boolean card,
            @Nullable Boolean iban) {
        static Masking of(Set<PersonalData> masked) {
            return new Masking(
                    masked.contains(PersonalData.EMAIL),
                    masked.contains(PersonalData.PHONE),
                    masked.contains(PersonalData.CARD),
                    masked.contains(PersonalData.IBAN));
        }

        Set<PersonalData> kinds() {
            Set<PersonalData> masked = EnumSet.allOf(PersonalData.class);
            drop(masked, PersonalData.EMAIL, email);
            drop(masked, PersonalData.PHONE, phone);
            drop(masked, PersonalData.CARD, card);
            drop(masked, PersonalData.IBAN, iban);
            return masked;
        }

        private static void drop(Set<PersonalData> masked, PersonalData kind, @Nullable Boolean wanted) {
            if (Boolean.FALSE.equals(wanted)) {
                masked.remove(kind);
            }
        }

        @JsonAnySetter
        void refuse(String field, @Nullable Object value) {
            throw new InvalidField("masking." + field, "is not a kind of personal data that can be masked");
        }
    }

    /** Nobody is to believe that a field which is not known has had an effect. */
    @JsonAnySetter
    void refuse(String field, @Nullable Object value) {
        throw new InvalidField(field, "is not a field of this request");
    }

    static AnswerSettingsBody of(VersionedSettings read) {
        AnswerSettings settings = read.settings();
        return new AnswerSettingsBody(
                read.version(),
                settings.tone(),
                settings.assistantName().orElse(null),
                settings.language().orElse(null),
                settings.fallback(),
                settings.withoutPassages(),
                settings.withoutKeys(),
                settings.model().orElse(null),
                List.copyOf(settings.blockedTopics()),
                List.copyOf(settings.linkHosts()),
                settings.maxAnswerTokens().isPresent()
                        ? settings.maxAnswerTokens().getAsInt()
                        : null,
                Masking.of(settings.masked()),
                settings.visitorsShare(),
                settings.retentionDays());
    }

    /**
     * The settings that are meant.
     *
     * @param words the fallback where none is given
     * @throws InvalidField where something is not accepted
     */
    AnswerSettings checked(String words) {
        var standard = AnswerSettings.standard(words);
        return new AnswerSettings(
                or(tone, standard.tone()),
                line("assistant_name", assistantName, NAME),
                Optional.ofNullable(language).map(AnswerSettingsBody::language),
                line("fallback", fallback, WORDS).orElse(words),
                or(withoutPassages, standard.withoutPassages()),
                or(withoutKeys, standard.withoutKeys()),
                line("model", model, MODEL),
                list("blocked_topics", blockedTopics, TOPICS, topic -> line("blocked_topics", topic, NAME)),
                list("link_hosts", linkHosts, HOSTS, AnswerSettingsBody::host),
                maxAnswerTokens == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(within("max_answer_tokens", maxAnswerTokens, LEAST_TOKENS, MOST_TOKENS)),
                masking == null ? standard.masked() : masking.kinds(),
                Boolean.TRUE.equals(visitorsShareAnswers),
                conversationRetentionDays == null
                        ? standard.retentionDays()
                        : within("conversation_retention_days", conversationRetentionDays, 0, TEN_YEARS));
    }

    private static <T> T or(@Nullable T given, T standard) {
        return given == null ? standard : given;
    }

    /** One line of text; nothing where it is absent. */
    private static Optional<String> line(String field, @Nullable String text, int longest) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.isBlank() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidField(field, "must be one line of 1 to %d characters".formatted(longest));
        }
        return Optional.of(text.strip());
    }

    private static String language(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new InvalidField("language", "must be a language tag (BCP 47), such as en or pt-BR");
        }
    }

    private static Optional<String> host(@Nullable String host) {
        String lower = host == null ? "" : host.toLowerCase(Locale.ROOT);
        if (lower.length() > 253 || !HOST.matcher(lower).matches()) {
            throw new InvalidField("link_hosts", "must be hosts, such as shop.example");
        }
        return Optional.of(lower);
    }

    private static List<String> list(
            String field,
            @Nullable List<@Nullable String> given,
            int most,
            Function<@Nullable String, Optional<String>> checked) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > most) {
            throw new InvalidField(field, "must be at most %d, are %d".formatted(most, given.size()));
        }
        return given.stream()
                .map(text -> checked.apply(text).orElseThrow(() -> new InvalidField(field, "must hold no null")))
                .distinct()
                .toList();
    }

    private static int within(String field, int number, int least, int most) {
        if (number < least || number > most) {
            throw new InvalidField(field, "must be from %d to %d, is %d".formatted(least, most, number));
        }
        return number;
    }
}
