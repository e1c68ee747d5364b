package io.frontdesk.retrieval.search;

import io.frontdesk.contracts.reuse.KnownAnswer;
import io.frontdesk.contracts.search.Passage;
import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.kit.database.TenantDatabase;
import io.frontdesk.retrieval.answers.Candidate;
import io.frontdesk.retrieval.answers.FoundAgain;
import io.frontdesk.retrieval.answers.PgCandidateStore;
import io.frontdesk.retrieval.answers.ProvenAnswers;
import io.frontdesk.retrieval.embedding.Embedding;
import io.frontdesk.retrieval.generations.Generation;
import io.frontdesk.retrieval.generations.GenerationOutdated;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.tuples.Tuple2;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Searches in PostgreSQL: one call of the function that stands in the migrations, in one round trip. */
final class PgPassageStore implements PassageStore {
    /** For those that say the same as others, or go on where others were cut. */
    private static final int SPARE = 8;

    /** The version is there also where nothing was found. */
    private static final String SEARCH = """
        select coalesce((select version from knowledge), 0) as knowledge_version,
            (select id from generation where state = 'live') as live_generation, found.*
        from (select) as always
        left join search_chunks($1, $2, $3::smallint, $4, $5, $6, depth => $7, exact_up_to => $8, wanted => $9, leg => $10)
            as found on true
        order by found.score desc nulls last, found.id\
        """;

    private final TenantDatabase database;
    private final PgCandidateStore answers;
    private final ProvenAnswers proven;
    private final FoundAgain again;
    private final SearchConfig config;
    private final IntUnaryOperator found;

    /**
     * A store on one database.
     *
     * @param found how many passages are to be found where so many are wanted
     */
    PgPassageStore(
            TenantDatabase database,
            PgCandidateStore answers,
            ProvenAnswers proven,
            FoundAgain again,
            SearchConfig config,
            IntUnaryOperator found) {
        this.database = database;
        this.answers = answers;
        this.proven = proven;
        this.again = again;
        this.config = config;
        this.found = found;
    }

    @Override
    public Uni<SearchReply> find(Caller caller, SearchRequest request, Embedding question, Generation generation) {
        int wanted = found.applyAsInt(request.wanted());
        Tuple arguments = legs(caller, request, question, generation)
                .addInteger(wanted + SPARE)
                .addString(leg(request.leg()));
        Uni<SearchReply> reply = database.query(
                        caller.tenantId(),
                        connection -> both(
                                connection.preparedQuery(SEARCH).execute(arguments),
                                answers.nearest(connection, caller, request, question, generation)))
                .invoke(both -> requireLive(generation, both.getItem1()))
                .map(both -> answered(caller, request, reply(both.getItem1(), wanted), both.getItem2()));
        return request.explain()
                ? reply.chain(unexplained -> explained(unexplained, caller, request, question, generation))
                : reply;
    }

    /** Statements that are sent together, in this order. */
    private static Uni<Tuple2<RowSet<Row>, List<Candidate>>> both(
            Uni<RowSet<Row>> passages, Uni<List<Candidate>> answers) {
        return Uni.combine().all().unis(passages, answers).collectFailures().asTuple();
    }

    private SearchReply answered(Caller caller, SearchRequest request, SearchReply reply, List<Candidate> similar) {
        Candidate chosen = request.answer() == null ? null : proven.choose(request.query(), similar);
        if (chosen == null) {
            return reply;
        }
        again.found(caller, request, reply.knowledgeVersion(), chosen);
        return reply.answered(new KnownAnswer(chosen.answer(), chosen.question(), chosen.similarity()));
    }

    private Uni<SearchReply> explained(
            SearchReply reply, Caller caller, SearchRequest request, Embedding question, Generation generation) {
        Tuple arguments = legs(caller, request, question, generation);
        return database.query(
                        caller.tenantId(), connection -> PgExplanationStore.read(connection, arguments, generation))
                .map(explanation -> reply.explained(explanation.of(reply.passages())));
    }

    /** What both legs are asked. */
    private Tuple legs(Caller caller, SearchRequest request, Embedding question, Generation generation) {
        return byMeaning(Tuple.of(request.query()), caller, request, question, generation, config);
    }

    /** What the leg by meaning is asked, behind other arguments. */
    static Tuple byMeaning(
            Tuple others,
            Caller caller,
            SearchRequest request,
            Embedding question,
            Generation generation,
            SearchConfig config) {
        return others.addArrayOfFloat(question.boxed())
                .addInteger(generation.id())
                .addString(request.collection().wireName())
                .addArrayOfString(caller.acl().toArray(String[]::new))
                .addJsonObject(new JsonObject(new LinkedHashMap<>(request.filters())))
                .addInteger(config.candidates())
                .addInteger(config.exactUpTo());
    }

    private static @Nullable String leg(SearchRequest.@Nullable Leg leg) {
        return leg == null ? null : leg.name().toLowerCase(Locale.ROOT);
    }

    private static void requireLive(Generation searched, RowSet<Row> rows) {
        int live = rows.iterator().next().getInteger("live_generation");
        if (live != searched.id()) {
            throw new GenerationOutdated(searched, live);
        }
    }

    private static SearchReply reply(RowSet<Row> rows, int wanted) {
        List<Passage> passages = StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getUUID("id") != null)
                .map(PgPassageStore::passage)
                .toList();
        return new SearchReply(rows.iterator().next().getLong("knowledge_version"), PassageList.of(passages, wanted));
    }

    private static Passage passage(Row row) {
        return new Passage(
                row.getUUID("id"),
                row.getUUID("document_id"),
                row.getString("title"),
                row.getString("url"),
                row.getString("text"),
                List.of(row.getArrayOfStrings("heading_path")),
                row.getInteger("position"),
                row.getInteger("page"),
                row.getDouble("score"),
                row.getDouble("similarity"),
                row.getDouble("lexical"));
    }
}
