package io.frontdesk.contracts.reuse;

import io.frontdesk.contracts.InvalidField;
import java.util.Optional;

/**
 * How answers of a tenant are made at present, as it stands in the {@link io.frontdesk.contracts.TenantState}: {@code
 * <settings version> <prompt version> <model choice>}.
 *
 * @param settingsVersion of the settings of answers to which it belongs; under other settings nothing is known of how answers are made
 */
public record SettledKind(long settingsVersion, AnswerKind kind) {
    private static final int PARTS = 3;

    public SettledKind {
        if (kind.promptVersion().indexOf(' ') >= 0) {
            throw new InvalidField("prompt_version", "must have no space");
        }
    }

    public String text() {
        return settingsVersion + " " + kind.promptVersion() + " " + kind.modelChoice();
    }

    /** What {@link #text} was made of; nothing for what a version of ours has not written. */
    public static Optional<SettledKind> parse(String text) {
        String[] parts = text.split(" ", PARTS);
        try {
            return parts.length < PARTS
                    ? Optional.empty()
                    : Optional.of(new SettledKind(Long.parseLong(parts[0]), new AnswerKind(parts[1], parts[2])));
        } catch (NumberFormatException | InvalidField e) {
            return Optional.empty();
        }
    }
}
