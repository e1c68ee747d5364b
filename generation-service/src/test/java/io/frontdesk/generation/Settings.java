package io.frontdesk.generation;

import io.frontdesk.generation.guard.PersonalData;
import io.frontdesk.generation.settings.AnswerSettings;
import io.frontdesk.generation.settings.Tone;
import io.frontdesk.generation.settings.WithoutKeys;
import io.frontdesk.generation.settings.WithoutPassages;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings of tenants that differ from the standard in one thing. */
public final class Settings {
    public static final String FALLBACK = "I could not find that in our documents.";
    public static final AnswerSettings STANDARD = AnswerSettings.standard(FALLBACK);

    private Settings() {}

    public static AnswerSettings voice(Tone tone, String name, String language) {
        return new AnswerSettings(
                tone,
                Optional.ofNullable(name.isEmpty() ? null : name),
                Optional.ofNullable(language.isEmpty() ? null : language),
                FALLBACK,
                WithoutPassages.REFUSE,
                WithoutKeys.EXTRACTIVE,
                Optional.empty(),
                List.of(),
                List.of(),
                OptionalInt.empty(),
                EnumSet.allOf(PersonalData.class),
                false,
                30);
    }

    public static AnswerSettings limited(List<String> blockedTopics, int maxAnswerTokens, WithoutPassages without) {
        return new AnswerSettings(
                Tone.NEUTRAL,
                Optional.empty(),
                Optional.empty(),
                FALLBACK,
                without,
                WithoutKeys.EXTRACTIVE,
                Optional.empty(),
                blockedTopics,
                List.of(),
                OptionalInt.of(maxAnswerTokens),
                EnumSet.noneOf(PersonalData.class),
                false,
                30);
    }

    /** As the standard, but nothing is quoted where no model can be asked. */
    public static final AnswerSettings UNAVAILABLE_WITHOUT_KEYS = new AnswerSettings(
            Tone.NEUTRAL,
            Optional.empty(),
            Optional.empty(),
            FALLBACK,
            WithoutPassages.REFUSE,
            WithoutKeys.UNAVAILABLE,
            Optional.empty(),
            List.of(),
            List.of(),
            OptionalInt.empty(),
            EnumSet.noneOf(PersonalData.class),
            false,
            30);
}
