package io.frontdesk.retrieval.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.reuse.AnswerOffer;
import io.frontdesk.contracts.reuse.OfferReply;
import io.frontdesk.contracts.reuse.OfferReply.Reason;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.kit.database.TenantDatabase;
import io.frontdesk.retrieval.embedding.Embedding;
import io.frontdesk.retrieval.generations.Generation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers in PostgreSQL. */
@ApplicationScoped
class PgAnswerStore implements AnswerStore {
    /**
     * Whoever changes the knowledge waits for the end of this transaction, and then sees what it has stored; or it has changed
     * it before, and then the version is another.
     */
    private static final String LOCK_VERSION = "select version from knowledge where tenant_id = $1 for share";

    private static final String DOCUMENTS = """
        select count(*) as chunks, array_agg(distinct document_id) as documents from chunk
        where tenant_id = $1 and id = any ($2) and collection = 'knowledge' and (acl <@ $3 or '*' = any ($3))\
        """;

    private static final String KEEP = """
        insert into answer (tenant_id, id, question, generation, question_vector, acl, owner, prompt_version, model_choice,
            filters, top_k, cache_key, chunks, documents, reach, payload, knowledge_version, expires_at)
        select $1, $2, $3, id, $4::real[]::halfvec, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
            now() + make_interval(secs => $17)
        from generation where id = $18 and state = 'live'
        on conflict (tenant_id, cache_key, owner) do update set
            id = excluded.id, question = excluded.question, payload = excluded.payload,
            generation = excluded.generation, question_vector = excluded.question_vector,
            chunks = array(select distinct unnest(answer.chunks || excluded.chunks)),
            documents = array(select distinct unnest(answer.documents || excluded.documents)),
            reach = least(answer.reach, excluded.reach), knowledge_version = excluded.knowledge_version,
            created_at = now(), expires_at = excluded.expires_at\
        """;

    /** What is forgotten here could not be withdrawn later: so it leaves the exact cache too, whatever it was searched under. */
    private static final String FORGET = """
        with gone as (
            delete from answer where tenant_id = $1 and (expires_at <= now() or created_at < (
                select created_at from answer where tenant_id = $1 and expires_at > now()
                order by created_at desc offset $2 - 1 limit 1))
            returning cache_key
        )
        insert into withdrawn_answer (tenant_id, cache_key, knowledge_version)
        select distinct $1::uuid, cache_key, $3::bigint + 1 from gone
        on conflict (tenant_id, cache_key) do update set knowledge_version = excluded.knowledge_version\
        """;

    private final TenantDatabase database;
    private final AnswersConfig config;
    private final Sharing sharing;
    private final ObjectMapper json;

    PgAnswerStore(TenantDatabase database, AnswersConfig config, Sharing sharing, ObjectMapper json) {
        this.database = database;
        this.config = config;
        this.sharing = sharing;
        this.json = json;
    }

    @Override
    public Uni<OfferReply> keep(Caller caller, AnswerOffer offer, Embedding question, Generation generation) {
        return database.inTransaction(caller.tenantId(), connection -> version(connection, caller.tenantId())
                .chain(version -> version == null || version != offer.knowledgeVersion()
                        ? refused(Reason.KNOWLEDGE_CHANGED)
                        : keepVisible(connection, caller, offer, question, generation)));
    }

    private Uni<OfferReply> keepVisible(
            SqlConnection connection, Caller caller, AnswerOffer offer, Embedding question, Generation generation) {
        Set<UUID> chunks = new HashSet<>(offer.chunkIds());
        return connection
                .preparedQuery(DOCUMENTS)
                .execute(Tuple.of(caller.tenantId())
                        .addArrayOfUUID(chunks.toArray(UUID[]::new))
                        .addArrayOfString(PgCandidateStore.labels(caller)))
                .map(rows -> rows.iterator().next())
                .chain(found -> found.getLong("chunks") < chunks.size()
                        ? refused(Reason.CHUNK_NOT_VISIBLE)
                        : insert(connection, row(caller, offer, question, generation, chunks, found))
                                .call(() -> forget(connection, caller.tenantId(), offer.knowledgeVersion()))
                                .chain(kept -> kept
                                        ? Uni.createFrom().item(OfferReply.STORED)
                                        : refused(Reason.MODEL_CHANGED)));
    }

    private Tuple row(
            Caller caller, AnswerOffer offer, Embedding question, Generation generation, Set<UUID> chunks, Row found) {
        return Tuple.of(caller.tenantId(), offer.answer().id(), offer.question())
                .addArrayOfFloat(question.boxed())
                .addArrayOfString(PgCandidateStore.labels(caller))
                .addString(sharing.owner(caller, offer))
                .addString(offer.kind().promptVersion())
                .addString(offer.kind().modelChoice())
                .addJsonObject(new JsonObject(new LinkedHashMap<>(offer.filters())))
                .addInteger(offer.topK())
                .addString(SemanticAnswers.key(caller, offer))
                .addArrayOfUUID(chunks.toArray(UUID[]::new))
                .addArrayOfUUID(found.getArrayOfUUIDs("documents"))
                .addDouble(Math.max(offer.reach(), config.leastReach()))
                .addJsonObject(payload(offer))
                .addLong(offer.knowledgeVersion())
                .addDouble((double) config.lifetime().toSeconds())
                .addInteger(generation.id());
    }

    private static Uni<@Nullable Long> version(SqlConnection connection, UUID tenant) {
        return connection.preparedQuery(LOCK_VERSION).execute(Tuple.of(tenant)).map(rows -> {
            var row = rows.iterator();
            return row.hasNext() ? row.next().getLong(0) : null;
        });
    }

    /** False where vectors of another model are searched now. */
    private static Uni<Boolean> insert(SqlConnection connection, Tuple row) {
        return connection.preparedQuery(KEEP).execute(row).map(rows -> rows.rowCount() > 0);
    }

    private Uni<Void> forget(SqlConnection connection, UUID tenant, long version) {
        return connection
                .preparedQuery(FORGET)
                .execute(Tuple.of(tenant, config.perTenant(), version))
                .replaceWithVoid();
    }

    private JsonObject payload(AnswerOffer offer) {
        try {
            return new JsonObject(json.writeValueAsString(offer.answer()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }

    private static Uni<OfferReply> refused(Reason reason) {
        return Uni.createFrom().item(OfferReply.refused(reason));
    }
}
