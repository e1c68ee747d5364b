package io.frontdesk.generation.unanswered;

import io.frontdesk.contracts.records.UnansweredGroup;
import io.frontdesk.contracts.records.UnansweredPage;
import io.frontdesk.generation.retrieval.RetrievalClient;
import io.frontdesk.generation.unanswered.UnansweredStore.Asked;
import io.frontdesk.kit.paging.PageRequest;
import io.frontdesk.kit.paging.Slice;
import io.frontdesk.kit.tokens.SystemTokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a tenant's documents do not answer, to be looked at and to be grouped. */
@ApplicationScoped
public class UnansweredQuestions {
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
        // Their order is not that of ids, and so they have a cursor of their own.
        var asked = PageRequest.of(limit, null);
        GroupCursor after = cursor == null ? null : GroupCursor.parse(cursor);
        return store.page(tenant, asked.toRead(), after)
                .map(found -> page(Slice.of(found, limit, UnansweredGroup::id)));
    }

    private static UnansweredPage page(Slice<UnansweredGroup> found) {
        boolean last = found.next() == null;
        return new UnansweredPage(
                found.entries(),
                last ? null : GroupCursor.after(found.entries().getLast()).toString());
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
