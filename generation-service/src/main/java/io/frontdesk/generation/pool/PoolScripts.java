package io.frontdesk.generation.pool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The scripts beside this class; each begins with {@code key.lua}. */
record PoolScripts(String pick, String end, String states, String reset) {
    static PoolScripts load() {
        String key = read("key.lua");
        return new PoolScripts(
                key + read("pick.lua"), key + read("end.lua"), key + read("states.lua"), key + read("reset.lua"));
    }

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(PoolScripts.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
