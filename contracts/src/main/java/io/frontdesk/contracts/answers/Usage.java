package io.frontdesk.contracts.answers;

import io.frontdesk.contracts.Money;

/** What an answer took of a language model. */
public record Usage(int promptTokens, int completionTokens, Money cost) {
    public static final Usage NONE = new Usage(0, 0, Money.NONE);
}
