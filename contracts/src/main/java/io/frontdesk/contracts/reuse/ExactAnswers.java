package io.frontdesk.contracts.reuse;

import io.frontdesk.contracts.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The exact answer cache, on the Redis that may evict: one key for all that ask the same, and who may write it when.
 *
 * <p>A value is {@code at:<version> <payload>}, an answer with the version of the tenant's knowledge under which it was
 * searched, or {@code gone:<version>}, which says that answers searched under older versions are outdated. An answer that was
 * under way while its sources changed so finds the door closed, or a newer answer, and stays out: {@link #STORE}.
 */
public final class ExactAnswers {
    /** For longer than it takes from a search to the end of its answer; entries must live at least as long. */
    public static final Duration TOMBSTONE_LIFETIME = Duration.ofMinutes(10);

    /**
     * Writes an answer. KEYS: {@link #key}. ARGV: knowledge version, value ({@link #entry}), lifetime in ms, at least that of a
     * tombstone. Returns 0, and writes nothing, where something of a newer version is there.
     */
    public static final String STORE = """
        local present = redis.call('GET', KEYS[1])
        local newest = present and string.match(present, '^%a+:(%d+)')
        if newest and tonumber(newest) > tonumber(ARGV[1]) then
          return 0
        end
        redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
        return 1\
        """;

    /**
     * Withdraws answers of one tenant. KEYS: {@link #key} of each. ARGV: lifetime of a tombstone in ms, then for each key the
     * knowledge version from which on its answer is outdated. What was searched under that version, or a newer one, stays.
     */
    public static final String WITHDRAW = """
        for i, key in ipairs(KEYS) do
          local present = redis.call('GET', key)
          local newest = present and string.match(present, '^%a+:(%d+)')
          if not newest or tonumber(newest) < tonumber(ARGV[i + 1]) then
            redis.call('SET', key, 'gone:' .. ARGV[i + 1], 'PX', ARGV[1])
          end
        end
        return #KEYS\
        """;

    /**
     * Reads an entry, and lets an answer live on. KEYS: {@link #key}. ARGV: milliseconds that it lives from now on at least. Returns
     * the value, or nothing.
     */
    public static final String FIND = """
        local present = redis.call('GET', KEYS[1])
        if present and string.sub(present, 1, 3) == 'at:' then
          redis.call('PEXPIRE', KEYS[1], ARGV[1], 'GT')
        end
        return present\
        """;

    private static final String ENTRY = "at:";
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final Pattern END = Pattern.compile("[ ?!.]+$");

    private ExactAnswers() {}

    /**
     * The key of an answer, the same for all who ask the same, see the same and are answered in the same way. The braces
     * keep what is one tenant's in one slot.
     *
     * @param acl the labels of the caller, in any order
     */
    public static String key(
            UUID tenant,
            Collection<String> acl,
            AnswerKind kind,
            String question,
            Map<String, String> filters,
            int topK) {
        var digest = Sha256.digest();
        addAll(digest, new TreeSet<>(acl));
        add(digest, kind.promptVersion());
        add(digest, kind.modelChoice());
        add(digest, normalised(question));
        addAll(digest, new TreeMap<>(filters).keySet());
        addAll(digest, new TreeMap<>(filters).values());
        add(digest, Integer.toString(topK));
        return "answer:{" + tenant + "}:" + HexFormat.of().formatHex(digest.digest());
    }

    /** The value of an entry. */
    public static String entry(long knowledgeVersion, String payload) {
        return ENTRY + knowledgeVersion + " " + payload;
    }

    /** What {@link #entry} was made of; nothing for a tombstone. */
    public static Optional<String> payload(String value) {
        int space = value.indexOf(' ');
        return value.startsWith(ENTRY) && space > 0 ? Optional.of(value.substring(space + 1)) : Optional.empty();
    }

    /** Without what makes no difference: case, kinds of white space and of letters, and how the question ends. */
    private static String normalised(String question) {
        String letters = Normalizer.normalize(question, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String words = WHITE_SPACE.matcher(letters).replaceAll(" ").strip();
        return END.matcher(words).replaceFirst("");
    }

    private static void addAll(MessageDigest digest, Collection<String> parts) {
        add(digest, Integer.toString(parts.size()));
        parts.forEach(part -> add(digest, part));
    }

    /** With its length before it, so that no two lists of parts are the same. */
    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
