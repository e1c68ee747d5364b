package io.frontdesk.generation.prompt;

import io.frontdesk.contracts.Sha256;
import io.frontdesk.generation.settings.AnswerSettings;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** The settings that shape answers, in a few characters. */
final class SettingsHash {
    private static final int BYTES = 6;

    private SettingsHash() {}

    static String of(AnswerSettings settings) {
        String shaping = List.of(
                        settings.tone(),
                        settings.assistantName(),
                        settings.language(),
                        settings.fallback(),
                        settings.model(),
                        settings.blockedTopics(),
                        settings.linkHosts(),
                        settings.maxAnswerTokens(),
                        // What was shared is not given to others any longer, once they must not share.
                        settings.visitorsShare())
                .stream()
                // With its length before it, so that no two lists are the same.
                .map(part -> part.toString().length() + ":" + part)
                .collect(Collectors.joining());
        return HexFormat.of().formatHex(Sha256.of(shaping), 0, BYTES);
    }
}
