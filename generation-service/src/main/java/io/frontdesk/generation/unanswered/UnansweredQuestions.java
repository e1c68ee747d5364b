package io.frontdesk.generation.unanswered;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.records.UnansweredGroup;
import io.frontdesk.contracts.records.UnansweredPage;
import io.frontdesk.generation.retrieval.RetrievalClient;
import io.frontdesk.generation.unanswered.UnansweredStore.Asked;
import io.frontdesk.kit.tokens.SystemTokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a tenant's documents do not answer, to be looked at and to be grouped. */
@ApplicationScoped
public class UnansweredQuestions {
    private static final int MAX_PAGE = 200;

    private final UnansweredStore store;
    private final RetrievalClient retrieval;
    private final SystemTokens tokens;
    private final GroupingConfig config;

    UnansweredQuestions(UnansweredStore store, RetrievalClient retrieval, SystemTokens tokens, GroupingConfig config) {
        this.store = store;
        this.retrieval = retrieval;
        this.tokens = tokens;
        this.config = config;
    }

    /** One page of groups, the most asked first. */
    Uni<UnansweredPage> page(UUID tenant, int limit, @Nullable String cursor) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new InvalidField("limit", "must be from 1 to %d, is %d".formatted(MAX_PAGE, limit));
        }
        GroupCursor after = cursor == null ? null : GroupCursor.parse(cursor);
        return store.page(tenant, limit + 1, after).map(found -> page(found, limit));
    }

    private static UnansweredPage page(List<UnansweredGroup> found, int limit) {
        List<UnansweredGroup> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? GroupCursor.after(shown.getLast()).toString() : null;
        return new UnansweredPage(shown, next);
    }

    /** Groups questions of a tenant, by the answers that were given; one that is not kept yet is left for another time. */
    public Uni<Void> group(UUID tenant, List<UUID> answers) {
        return store.questions(tenant, answers)
                .chain(questions -> questions.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tokens.forTenant(tenant)
                                .chain(token -> retrieval.embed("Bearer " + token, texts(questions)))
                                .chain(embeddings -> store.group(tenant, questions, embeddings, config.similarity())));
    }

    private static List<String> texts(List<Asked> questions) {
        return questions.stream().map(Asked::question).toList();
    }
}
