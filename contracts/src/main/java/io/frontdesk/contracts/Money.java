package io.frontdesk.contracts;

/**
 * An amount of money.
 *
 * @param micros millionths of the currency's unit
 * @param currency ISO 4217
 */
public record Money(long micros, String currency) {
    public static final Money NONE = new Money(0, "USD");
}
