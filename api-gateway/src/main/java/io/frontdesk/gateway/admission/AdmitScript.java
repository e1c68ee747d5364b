package io.frontdesk.gateway.admission;

import io.frontdesk.contracts.TenantState;
import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.gateway.admission.AdmissionStore.Count;
import io.frontdesk.gateway.admission.AdmissionStore.Question;
import io.frontdesk.gateway.admission.AdmissionStore.Reply;
import io.frontdesk.gateway.exact.Basis;
import io.vertx.mutiny.redis.client.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code admit.lua} is told, and what it answers. Each question has an id, which its answer begins with: so a connection on
 * which a reply was left over is found out, instead of answering for another request.
 */
record AdmitScript(String id, Question question, List<String> epochs) {
    private static final int HEAD = 4;
    private static final int OF_WINDOW = 3;
    private static final int BASIS = 3;
    private static final int EPOCHS = BASIS + Basis.FIELDS.size();

    AdmitScript(String id, Question question) {
        this(
                id,
                question,
                question.grant().map(of -> List.copyOf(of.epochs().keySet())).orElse(List.of()));
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add(id);
        arguments.add(Integer.toString(question.windows().size()));
        arguments.add(Integer.toString(question.requests()));
        arguments.add(Integer.toString(question.withinShare()));
        arguments.add(question.unheard() ? "1" : "0");
        for (Told window : question.windows()) {
            Limit limit = window.limit();
            arguments.add(Long.toString(limit.most()));
            arguments.add(RedisAdmissionStore.millis(limit.window()));
            arguments.add(Long.toString(limit.burst()));
            arguments.add(Long.toString(window.seen()));
            arguments.add(Long.toString(window.owed()));
        }
        if (question.grant().isPresent()) {
            arguments.add(TenantState.STATUS);
            arguments.add(TenantState.PLAN);
            arguments.add(TenantState.SETTINGS_VERSION);
            arguments.addAll(Basis.FIELDS);
            arguments.addAll(epochs);
        }
        return arguments;
    }

    Reply reply(Response reply) {
        int fields = question.grant().isPresent() ? EPOCHS + epochs.size() : 0;
        int standing = HEAD + OF_WINDOW * question.windows().size();
        if (!reply.get(0).toString().equals(id) || reply.size() != standing + fields) {
            throw new IllegalStateException("the state Redis answered another question");
        }
        List<Count> counts = new ArrayList<>();
        for (int i = HEAD; i < standing; i += OF_WINDOW) {
            counts.add(new Count(
                    reply.get(i).toLong(),
                    reply.get(i + 1).toLong(),
                    reply.get(i + 2).toLong()));
        }
        return new Reply(
                reply.get(1).toInteger() == 1,
                reply.get(2).toInteger(),
                reply.get(3).toLong(),
                counts,
                question.grant().map(of -> standing(of, reply, standing)));
    }

    private TenantStanding standing(TokenGrant of, Response reply, int from) {
        Map<String, Long> raised = new HashMap<>();
        for (int i = 0; i < epochs.size(); i++) {
            Response epoch = reply.get(from + EPOCHS + i);
            if (epoch != null) {
                raised.put(epochs.get(i), epoch.toLong());
            }
        }
        return new TenantStanding(
                of.tenantId(),
                text(reply.get(from)),
                text(reply.get(from + 1)),
                number(reply.get(from + 2)),
                basis(reply, from + BASIS),
                raised);
    }

    private static Optional<Basis> basis(Response reply, int from) {
        return Basis.of(IntStream.range(from, from + Basis.FIELDS.size())
                .mapToObj(i -> text(reply.get(i)))
                .toList());
    }

    private static OptionalLong number(@Nullable Response value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value.toLong());
    }

    private static Optional<String> text(@Nullable Response value) {
        return Optional.ofNullable(value).map(Response::toString);
    }
}
