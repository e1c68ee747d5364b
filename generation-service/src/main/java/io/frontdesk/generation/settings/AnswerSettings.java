package io.frontdesk.generation.settings;

import io.frontdesk.generation.guard.PersonalData;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a tenant has settled about its answers, checked.
 *
 * @param assistantName by which the assistant calls itself
 * @param language of all answers (BCP 47); that of the question where it is absent
 * @param fallback what is said where there is no answer
 * @param model that writes; the installation's choice where it is absent
 * @param blockedTopics words and phrases; a question that holds all words of one is refused
 * @param linkHosts hosts that answers may link to, beside those at which the documents are published
 * @param maxAnswerTokens how long a model may write; the installation's limit where it is absent
 * @param masked personal data that no provider reads
 * @param visitorsShare whether what a visitor was answered may be given to another who asks the same
 * @param retentionDays how long conversations are kept; 0: for no longer than they go on
 */
public record AnswerSettings(
        Tone tone,
        Optional<String> assistantName,
        Optional<String> language,
        String fallback,
        WithoutPassages withoutPassages,
        WithoutKeys withoutKeys,
        Optional<String> model,
        List<String> blockedTopics,
        List<String> linkHosts,
        OptionalInt maxAnswerTokens,
        Set<PersonalData> masked,
        boolean visitorsShare,
        int retentionDays) {
    public static final int DEFAULT_RETENTION_DAYS = 30;

    public AnswerSettings {
        blockedTopics = List.copyOf(blockedTopics);
        linkHosts = List.copyOf(linkHosts);
        masked = Set.copyOf(masked);
    }

    /** Of a tenant that has settled nothing. */
    public static AnswerSettings standard(String fallback) {
        return new AnswerSettings(
                Tone.NEUTRAL,
                Optional.empty(),
                Optional.empty(),
                fallback,
                WithoutPassages.REFUSE,
                WithoutKeys.EXTRACTIVE,
                Optional.empty(),
                List.of(),
                List.of(),
                OptionalInt.empty(),
                EnumSet.allOf(PersonalData.class),
                false,
                DEFAULT_RETENTION_DAYS);
    }
}
