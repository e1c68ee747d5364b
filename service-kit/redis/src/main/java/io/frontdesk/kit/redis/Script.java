package io.frontdesk.kit.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A script that Redis is sent once, and from then on told by its hash. */
public record Script(String text, String hash) {
    /** The script {@code <name>.lua} beside the class of the store that runs it. */
    public static Script beside(Class<?> store, String name) {
        try (InputStream resource = store.getResourceAsStream(name + ".lua")) {
            if (resource == null) {
                throw new IllegalStateException("no script " + name);
            }
            return of(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The script that reads so. */
    public static Script of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Script(text, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    /** The same with what several scripts have in common before it. */
    public Script after(Script common) {
        return of(common.text + text);
    }

    /** Runs it; nothing where it returns nothing. */
    public Uni<Response> run(Redis redis, List<String> keys, List<String> arguments) {
        return redis.send(request(Command.EVALSHA, hash, keys, arguments))
                .onFailure(Script::isUnknown)
                .recoverWithUni(() -> redis.send(request(Command.EVAL, text, keys, arguments)));
    }

    private static Request request(Command command, String script, List<String> keys, List<String> arguments) {
        Request request = Request.cmd(command).arg(script).arg(keys.size());
        keys.forEach(request::arg);
        arguments.forEach(request::arg);
        return request;
    }

    private static boolean isUnknown(Throwable e) {
        String message = e.getMessage();
        return message != null && message.startsWith("NOSCRIPT");
    }
}
