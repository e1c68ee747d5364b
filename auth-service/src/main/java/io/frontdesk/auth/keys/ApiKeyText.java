package io.frontdesk.auth.keys;

import io.frontdesk.contracts.Sha256;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of an API key, {@code fd_<id>_<secret>}: a short public id by which people tell keys apart, and a secret of 256
 * bits. Only its maker ever has it; what is stored is the hash.
 */
public record ApiKeyText(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 10;

    /** 43 characters of 62 kinds are 256 bits. */
    private static final int SECRET_LENGTH = 43;

    private static final Pattern SHAPE = Pattern.compile("fd_[0-9A-Za-z]{4,32}_[0-9A-Za-z-]{43,128}");

    public ApiKeyText {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("an API key is fd_<id>_<secret>, the secret of at least 43 characters");
        }
    }

    static ApiKeyText random(RandomGenerator random) {
        return new ApiKeyText("fd_" + text(random, ID_LENGTH) + "_" + text(random, SECRET_LENGTH));
    }

    /** The key that a text is, if it has the shape of one. */
    public static Optional<ApiKeyText> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new ApiKeyText(text)) : Optional.empty();
    }

    /** {@code fd_<id>}, which may be shown. */
    public String prefix() {
        return value.substring(0, value.lastIndexOf('_'));
    }

    /** SHA-256 of the whole text; with 256 random bits in it, nothing slower is needed. */
    public byte[] hash() {
        return Sha256.of(value);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return prefix() + "_…";
    }

    private static String text(RandomGenerator random, int length) {
        return random.ints(length, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
    }
}
