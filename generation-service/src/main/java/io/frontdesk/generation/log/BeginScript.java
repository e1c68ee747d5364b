package io.frontdesk.generation.log;

import io.frontdesk.contracts.TenantState;
import io.frontdesk.contracts.reuse.SettledKind;
import io.frontdesk.generation.conversation.Conversation;
import io.frontdesk.generation.conversation.ConversationConfig;
import io.frontdesk.generation.conversation.TurnJson;
import io.frontdesk.generation.log.LogStore.Lease;
import io.frontdesk.kit.redis.Script;
import io.vertx.mutiny.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What {@code begin.lua} is told, and what it answers. */
record BeginScript(LogConfig config, ConversationConfig conversations, EventJson json, TurnJson turns, String replica) {
    static final Script SCRIPT = Script.beside(BeginScript.class, "begin").after(TurnJson.TURNS);

    static List<String> keys(Beginning of) {
        Ask ask = of.ask();
        AnswerRef answer = ask.ref();
        List<String> keys = new ArrayList<>(List.of(
                answer.state(),
                answer.log(),
                RedisLogStore.LEASED,
                ask.conversation().key(),
                TenantState.key(ask.tenantId())));
        of.sameAs().map(answer::asked).ifPresent(keys::add);
        return keys;
    }

    List<String> arguments(Beginning of) {
        Ask ask = of.ask();
        AnswerRef answer = ask.ref();
        List<String> arguments = new ArrayList<>(List.of(
                answer.id().toString(),
                of.token().toString(),
                answer.prefix(),
                answer.member(),
                RedisLogStore.millis(config.lease()),
                RedisLogStore.millis(config.life()),
                RedisLogStore.millis(config.grace()),
                Integer.toString(config.maxFollowers()),
                RedisLogStore.millis(config.maxSilence()),
                replica,
                ask.subject(),
                ask.conversationId().toString(),
                ask.request().conversationId() == null ? "1" : "0",
                RedisLogStore.millis(conversations.recent()),
                Long.toString(of.settingsVersion()),
                TenantState.ANSWER_SETTINGS_VERSION,
                of.kind().map(SettledKind::text).orElse(""),
                TenantState.ANSWER_KIND,
                json.write(ask)));
        of.first().forEach(event -> {
            arguments.add(event.name());
            arguments.add(json.write(event));
        });
        return arguments;
    }

    Begun begun(Beginning of, Response reply) {
        return switch (reply.get(1).toString()) {
            case "leads" -> leads(of, reply.get(2).toString(), reply.get(3).toString());
            case "follows" ->
                new Begun.Follows(
                        new AnswerRef(
                                of.ask().tenantId(),
                                UUID.fromString(reply.get(2).toString())),
                        reply.get(3).toLong());
            case "begun" -> new Begun.Already();
            case "settings" -> new Begun.NewerSettings(reply.get(2).toLong());
            case "unknown" -> new Begun.UnknownConversation();
            case "anothers" -> new Begun.AnothersConversation();
            default -> throw RedisLogStore.unknown(reply);
        };
    }

    private Begun leads(Beginning of, String before, String asked) {
        Ask ask = of.ask();
        return new Begun.Leads(
                new Lease(ask.ref(), of.token(), !asked.isEmpty()),
                new Conversation(ask.conversationId(), turns.read(before)));
    }
}
