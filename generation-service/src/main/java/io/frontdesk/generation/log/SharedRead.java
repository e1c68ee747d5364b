package io.frontdesk.generation.log;

import io.quarkus.redis.client.RedisClientName;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads all logs that others write and this replica tells, in one blocking read on a connection that nothing else uses. A
 * further stream, of this replica alone, wakes it when there is one more log to read. Lives on the loop.
 */
@ApplicationScoped
class SharedRead {
    private static final Logger LOG = Logger.getLogger(SharedRead.class);
    private static final Duration BLOCK = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofMillis(200);
    private static final int MOST = 100;
    private static final String FROM_THE_BEGINNING = "0-0";

    private final Redis reading;
    private final Redis waking;
    private final EventJson json;
    private final Tellings tellings;
    private final String wake = "generation:wake:" + UUID.randomUUID();
    private String woken = FROM_THE_BEGINNING;
    private boolean running;

    SharedRead(
            @RedisClientName("answer-reads") Redis reading,
            @RedisClientName("state") Redis waking,
            EventJson json,
            Tellings tellings) {
        this.reading = reading;
        this.waking = waking;
        this.json = json;
        this.tellings = tellings;
    }

    void start(@Observes StartupEvent started) {
        tellings.loop().execute(() -> tellings.whenWrittenElsewhere(this::wake));
    }

    /** Has it read what it did not know of when it began to wait. */
    void wake() {
        if (!running) {
            running = true;
            read();
        } else {
            waking.send(Request.cmd(Command.XADD)
                            .arg(wake)
                            .arg("MAXLEN")
                            .arg(1)
                            .arg("*")
                            .arg("more")
                            .arg(1))
                    .chain(() ->
                            waking.send(Request.cmd(Command.EXPIRE).arg(wake).arg(60)))
                    .subscribe()
                    .with(done -> {}, e -> LOG.debugf("The shared read is not woken: %s", e));
        }
    }

    private void read() {
        List<Telling> some = tellings.writtenElsewhere();
        if (some.isEmpty()) {
            running = false;
            return;
        }
        Map<String, Telling> byKey = some.stream()
                .collect(Collectors.toMap(telling -> telling.answer().log(), Function.identity()));
        reply(byKey).emitOn(tellings.loop()).subscribe().with(reply -> take(reply, byKey), this::failed);
    }

    private Uni<Response> reply(Map<String, Telling> logs) {
        Request request = Request.cmd(Command.XREAD)
                .arg("COUNT")
                .arg(MOST)
                .arg("BLOCK")
                .arg(BLOCK.toMillis())
                .arg("STREAMS")
                .arg(wake);
        List<Map.Entry<String, Telling>> each = List.copyOf(logs.entrySet());
        each.forEach(of -> request.arg(of.getKey()));
        request.arg(woken);
        each.forEach(of -> request.arg(of.getValue().last() + "-0"));
        return reading.send(request).ifNoItem().after(SILENCE).fail();
    }

    /** A reply names the stream before its entries, so that none is taken for another's. */
    private void take(@Nullable Response reply, Map<String, Telling> logs) {
        if (reply != null && reply.isMap()) {
            reply.getKeys().forEach(key -> take(key, reply.get(key), logs));
        } else if (reply != null) {
            reply.forEach(stream -> take(stream.get(0).toString(), stream.get(1), logs));
        }
        read();
    }

    private void take(String key, Response entries, Map<String, Telling> logs) {
        Telling telling = logs.get(key);
        if (telling != null) {
            telling.tell(json.events(entries));
        } else if (key.equals(wake)) {
            woken = entries.get(entries.size() - 1).get(0).toString();
        }
    }

    private void failed(Throwable e) {
        LOG.warnf("Logs are not read at the moment: %s", e);
        tellings.loop().after(RETRY, this::read);
    }
}
