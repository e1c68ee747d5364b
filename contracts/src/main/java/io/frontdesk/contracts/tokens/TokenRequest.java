package io.frontdesk.contracts.tokens;

/** A caller's credential, an API key or a token, to be exchanged for a token inside the house (compare RFC 8693). */
public record TokenRequest(String credential) {
    /** Keeps the credential out of logs. */
    @Override
    public String toString() {
        return "TokenRequest[…]";
    }
}
