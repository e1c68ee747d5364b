package io.frontdesk.bench.environment;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The running suite: its gateway, and a key for it. */
public record Suite(URI url, String apiKey) {
    private static final String URL = "FRONTDESK_URL";
    private static final String KEY = "FRONTDESK_API_KEY";

    /** From the environment; what that lacks, from what {@code make up} left. */
    public static Suite find(Map<String, String> environment, Path demoEnvironment) {
        var values = new HashMap<>(read(demoEnvironment));
        values.putAll(environment);
        var url = values.get(URL);
        var key = values.get(KEY);
        if (url == null || key == null) {
            throw new Failure("no suite to ask: run `make up`, or set %s and %s".formatted(URL, KEY));
        }
        return new Suite(URI.create(url), key);
    }

    public Map<String, String> credentials() {
        return Map.of("authorization", "Bearer " + apiKey);
    }

    private static Map<String, String> read(Path file) {
        try {
            var values = new HashMap<String, String>();
            for (var line : Files.readAllLines(file)) {
                var assignment = line.strip().replaceFirst("^export ", "");
                int equals = assignment.indexOf('=');
                if (equals > 0 && !assignment.startsWith("#")) {
                    values.put(assignment.substring(0, equals), unquoted(assignment.substring(equals + 1)));
                }
            }
            return values;
        } catch (IOException absent) {
            return Map.of();
        }
    }

    private static String unquoted(String value) {
        return value.replaceAll("^(['\"])(.*)\\1$", "$2");
    }
}
