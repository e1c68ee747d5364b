package io.frontdesk.generation.conversation;

import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.contracts.answers.Exchange;
import io.frontdesk.generation.conversation.followup.FollowUps;
import io.frontdesk.generation.conversation.followup.Meant;
import io.frontdesk.generation.steps.Steps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings questions of a conversation into words that stand alone: what is searched, looked up in caches and answered. */
@ApplicationScoped
public class Rewriting {
    private static final String STEP = "rewrite";
    private static final String ASKED = "asked";

    private final FollowUps rules = FollowUps.inEnglish();
    private final ConversationConfig config;

    Rewriting(ConversationConfig config) {
        this.config = config;
    }

    /** What was said before a request: what its caller tells, and else what is kept. */
    public Conversation before(AnswerRequest asked, Conversation kept) {
        if (asked.history().isEmpty()) {
            return kept;
        }
        List<Turn> told = new ArrayList<>();
        for (Exchange said : asked.history()) {
            Meant meant = rules.meant(said.question(), questions(told));
            told.add(Turn.told(told.size(), said, meant.question()));
        }
        return new Conversation(kept.id(), told);
    }

    /** What was asked, the latest first. */
    private static List<String> questions(List<Turn> turns) {
        return turns.reversed().stream().map(Turn::meant).toList();
    }

    /**
     * What a request means after all that was said; noted where anything was. It names its conversation where it cannot do without.
     */
    public AnswerRequest meant(AnswerRequest asked, Conversation conversation, Steps steps) {
        List<String> before = questions(conversation.turns());
        Meant meant = rules.meant(asked.question(), before);
        if (!before.isEmpty()) {
            note(asked, meant, steps);
        }
        return new AnswerRequest(
                meant.question(),
                meant.standsAlone() ? null : conversation.id(),
                asked.filters(),
                asked.topK(),
                asked.stream());
    }

    private static void note(AnswerRequest asked, Meant meant, Steps steps) {
        Map<String, Object> found = new HashMap<>(Map.of("by", "rules", "stands_alone", meant.standsAlone()));
        if (!meant.question().equals(asked.question())) {
            found.put(ASKED, asked.question());
            found.put("meant", meant.question());
        }
        steps.note(STEP, found);
    }

    /** What a writer is told of what was said before. */
    public History history(Conversation conversation) {
        return History.of(conversation.turns(), config.historyTokens());
    }
}
