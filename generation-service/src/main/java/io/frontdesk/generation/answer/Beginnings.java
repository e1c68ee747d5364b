package io.frontdesk.generation.answer;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.generation.conversation.Conversation;
import io.frontdesk.generation.conversation.Conversations;
import io.frontdesk.generation.conversation.Rewriting;
import io.frontdesk.generation.failure.AnswerError;
import io.frontdesk.generation.log.AnswerLog;
import io.frontdesk.generation.log.Ask;
import io.frontdesk.generation.log.Beginning;
import io.frontdesk.generation.log.Begun;
import io.frontdesk.generation.settings.SettingsOfTenants;
import io.frontdesk.generation.settings.VersionedSettings;
import io.frontdesk.generation.steps.Steps;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Begins answers, each by one call of the state Redis: with the settings as this replica knows them, and once more where those turn
 * out to be old; in a conversation that Redis knows, and once more where only PostgreSQL does.
 */
@ApplicationScoped
class Beginnings {
    private final SettingsOfTenants settings;
    private final Conversations conversations;
    private final Rewriting rewriting;
    private final Reuse reuse;
    private final AnswerLog log;

    Beginnings(
            SettingsOfTenants settings, Conversations conversations, Rewriting rewriting, Reuse reuse, AnswerLog log) {
        this.settings = settings;
        this.conversations = conversations;
        this.rewriting = rewriting;
        this.reuse = reuse;
        this.log = log;
    }

    /**
     * Begins the answer to a question, even where that cannot be kept.
     *
     * @param id of the answer; one that has begun already is told again from its first event
     * @return fails with {@link AnswerError.UnknownConversation} where the caller has no such conversation, and with {@link
     *     AnswerError.ConversationUnavailable} where that cannot be told
     */
    Uni<BegunAnswer> begin(UUID id, AnswerRequest request, Caller caller) {
        var ask = new Ask(
                caller.tenantId(),
                id,
                Objects.requireNonNullElseGet(request.conversationId(), Ids::next),
                caller.subject(),
                caller.plan(),
                caller.acl(),
                request,
                Instant.now());
        var attempt = new Attempt(ask, caller, Ids.next(), Optional.empty());
        return settings.known(caller.tenantId()).chain(known -> begin(attempt, known, known.version()));
    }

    /**
     * A question that is being begun.
     *
     * @param token by which a second call is known to be the same
     * @param read its conversation, where that was read from PostgreSQL
     */
    private record Attempt(Ask ask, Caller caller, UUID token, Optional<Conversation> read) {
        boolean mayBeRead() {
            return ask.request().conversationId() != null && read.isEmpty();
        }

        Attempt in(Conversation conversation) {
            return new Attempt(ask, caller, token, Optional.of(conversation));
        }

        Conversation conversation() {
            return read.orElseGet(() -> Conversation.begun(ask.conversationId()));
        }
    }

    /** @param version of settings that is told; where the database is away, there are none of that version to be had */
    private Uni<BegunAnswer> begin(Attempt attempt, VersionedSettings known, long version) {
        Ask ask = attempt.ask();
        List<AnswerEvent> first = List.of(new AnswerEvent.Started(ask.id(), ask.conversationId()));
        var beginning =
                new Beginning(ask, attempt.token(), sameAs(attempt, known), version, reuse.settledKind(known), first);
        return log.begin(beginning).chain(begun -> switch (begun) {
            case Begun.NewerSettings(long newer) ->
                settings.atLeast(ask.tenantId(), newer)
                        .chain(found -> begin(attempt, found, Math.max(newer, found.version())));
            case Begun.AnothersConversation another -> Uni.createFrom().failure(new AnswerError.UnknownConversation());
            case Begun.UnknownConversation unknown
            when attempt.mayBeRead() -> beginAsKept(attempt, known, version, true);
            case Begun.Unkept unkept when attempt.mayBeRead() -> beginAsKept(attempt, known, version, false);
            case Begun.Leads leads -> begun(beginning, leads, leads.conversation(), known);
            case Begun.Follows follows -> begun(beginning, follows, attempt.conversation(), known);
            case Begun.Already already -> begun(beginning, already, attempt.conversation(), known);
            // Redis forgot the conversation once more, or went away.
            case Begun.UnknownConversation unknown ->
                begun(beginning, new Begun.Unkept(), attempt.conversation(), known);
            case Begun.Unkept unkept -> begun(beginning, unkept, attempt.conversation(), known);
        });
    }

    /** Equal for questions that one answer will do for, which begin a conversation or find nothing said in theirs. */
    private Optional<String> sameAs(Attempt attempt, VersionedSettings known) {
        if (!attempt.ask().request().history().isEmpty()) {
            return Optional.empty();
        }
        Conversation silent = Conversation.begun(attempt.ask().conversationId());
        AnswerRequest meant = rewriting.meant(attempt.ask().request(), silent, Steps.begin());
        return reuse.sameAs(meant, attempt.caller(), known.settings());
    }

    /** @param told whether the state Redis was able to say that it does not know the conversation */
    private Uni<BegunAnswer> beginAsKept(Attempt attempt, VersionedSettings known, long version, boolean told) {
        return conversations
                .kept(attempt.ask().conversation(), told)
                .chain(conversation -> begin(attempt.in(conversation), known, version));
    }

    private static Uni<BegunAnswer> begun(
            Beginning beginning, Begun.Tellable begun, Conversation conversation, VersionedSettings known) {
        return Uni.createFrom().item(new BegunAnswer(beginning, begun, conversation, known.settings()));
    }
}
