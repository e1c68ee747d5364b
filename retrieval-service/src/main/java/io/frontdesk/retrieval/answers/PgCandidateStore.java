package io.frontdesk.retrieval.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.reuse.AnswerKind;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.retrieval.embedding.Embedding;
import io.frontdesk.retrieval.generations.Generation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import org.jboss.logging.Logger;

/** Finds the answers to similar questions. Its statement shares the round trip of a search. */
@ApplicationScoped
public class PgCandidateStore {
    private static final Logger LOG = Logger.getLogger(PgCandidateStore.class);

    /** SQLSTATE in_failed_sql_transaction: the search failed, which is told there. */
    private static final String AFTER_ANOTHER_FAILURE = "25P02";

    /**
     * The tenant is named, though row-level security sees to it too, so that one partition is planned for and not all. The vectors
     * are compared after all else has been, since those of another generation have another length; with the question's, which is
     * read once and not for each. Whether their chunks can be seen is asked of the nearest alone: a plan that is kept from a time of
     * few answers would ask it of all.
     */
    private static final String NEAREST = """
        with permitted as materialized (
            select cache_key, owner, question_vector from answer
            where tenant_id = $11 and generation = $10 and acl = $2 and owner in ('', $3)
                and prompt_version = $4 and model_choice = $5 and filters = $6 and top_k = $7 and expires_at > now()
        ), nearest as (
            select cache_key, owner, 1 - (question_vector <=> (select $1::real[]::halfvec)) as similarity from permitted
            order by similarity desc
            limit $9
        ), alike as materialized (
            select a.payload, a.question, a.chunks, a.owner, n.similarity from nearest n join answer a using (cache_key, owner)
            where a.tenant_id = $11 and n.similarity >= $8
        )
        select s.payload::text as payload, s.question, s.similarity, s.owner = '' as for_everybody from alike s
        where cardinality(s.chunks) = (
            select count(*) from chunk c
            where c.tenant_id = $11 and c.id = any (s.chunks) and c.collection = 'knowledge'
                and (c.acl <@ $2 or '*' = any ($2)))
        order by s.similarity desc\
        """;

    private final AnswersConfig config;
    private final Sharing sharing;
    private final ObjectMapper json;

    PgCandidateStore(AnswersConfig config, Sharing sharing, ObjectMapper json) {
        this.config = config;
        this.sharing = sharing;
        this.json = json;
    }

    /**
     * Answers to similar questions that this caller may be given, nearest first; none where the request wants none. A failure
     * is a look in vain.
     *
     * @param connection one on which the tenant is set
     */
    public Uni<List<Candidate>> nearest(
            SqlConnection connection, Caller caller, SearchRequest request, Embedding question, Generation generation) {
        AnswerKind kind = request.answer();
        if (kind == null || !config.enabled() || !caller.scopes().contains(Scope.CHAT)) {
            return Uni.createFrom().item(List.of());
        }
        Tuple arguments = Tuple.tuple()
                .addArrayOfFloat(question.boxed())
                .addArrayOfString(labels(caller))
                .addString(sharing.owner(caller))
                .addString(kind.promptVersion())
                .addString(kind.modelChoice())
                .addJsonObject(new JsonObject(new LinkedHashMap<>(request.filters())))
                .addInteger(request.wanted())
                .addDouble(config.threshold())
                .addInteger(config.candidates())
                .addInteger(generation.id())
                .addUUID(caller.tenantId());
        return connection
                .preparedQuery(NEAREST)
                .mapping(this::candidate)
                .execute(arguments)
                .map(rows -> rows.stream().toList())
                .onFailure()
                .invoke(PgCandidateStore::log)
                .onFailure()
                .recoverWithItem(List.of());
    }

    /** As they are stored and compared. */
    static String[] labels(Caller caller) {
        return caller.acl().stream().distinct().sorted().toArray(String[]::new);
    }

    private Candidate candidate(Row row) {
        try {
            return new Candidate(
                    json.readValue(row.getString("payload"), Answer.class),
                    row.getString("question"),
                    row.getDouble("similarity"),
                    row.getBoolean("for_everybody"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that was stored cannot be read", e);
        }
    }

    private static void log(Throwable e) {
        if (!(e instanceof PgException refused && AFTER_ANOTHER_FAILURE.equals(refused.getSqlState()))) {
            LOG.warn("Answers to similar questions could not be looked for", e);
        }
    }
}
