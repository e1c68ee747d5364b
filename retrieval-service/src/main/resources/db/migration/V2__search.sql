-- Hybrid search in one call: the nearest by meaning and the best by words, fused by their ranks.
--
-- It runs as the owner of the tables, since full text below row-level security cannot use its index (@@ is not leakproof).
-- So the tenant is asked for here, once: it is that of the transaction, never an argument, and without one nothing is found.

-- The words of a question, any of which may match, in every language that the tenant's documents are in. A hyphen before
-- a word would mean "not"; in questions it means nothing.
create function any_word(question text, languages text[]) returns tsquery
    language sql stable parallel safe
return (
    select string_agg(replace(terms::text, ' & ', ' | '), ' | ')::tsquery
    from (
        select distinct text_config(language) as config
        from unnest(case languages when '{}' then array['en'] else languages end) as language
    ) configs
    cross join lateral websearch_to_tsquery(config, regexp_replace(question, '(^|\s)-+', ' ', 'g')) as terms
    where numnode(terms) > 0
);

create function search_chunks(
    question        text,
    question_vector real[],
    labels          text[],    -- of the caller; '*' sees everything
    filters         jsonb,     -- metadata that a document must have
    wanted          integer,
    depth           integer    -- how many candidates each leg gives
)
returns table (
    id uuid, document_id uuid, title text, url text, text text, heading_path text[], "position" integer, page integer,
    score double precision, similarity double precision, lexical double precision
)
language plpgsql stable security definer
set search_path = ${flyway:defaultSchema}, public, pg_temp
-- Planned for this tenant: only its partition is looked at, with what statistics know of its size.
set plan_cache_mode = force_custom_plan
-- A question of stop words alone is no news.
set client_min_messages = warning
as $$
#variable_conflict use_column
declare
    tenant  constant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
    nearby  constant halfvec(384) := question_vector::halfvec(384);
    -- Of D, C, B, A, for ts_rank, which grows with the share of the question's words that a chunk has. ts_rank_cd, made for
    -- words that must all match, counts occurrences here: 22 first passages of the sample documents instead of 35, of 40.
    weights constant real[] := '{0.3, 0.4, 0.6, 1.0}';
    k       constant double precision := 60;              -- Cormack, Clarke and Buettcher, SIGIR 2009
    terms   tsquery;
begin
    if tenant is null then
        return;
    end if;
    terms := any_word(question, coalesce((select languages from knowledge where tenant_id = tenant), '{}'));
    return query
    with visible as not materialized (
        select * from chunk c
        where c.tenant_id = tenant
            and c.collection = 'knowledge'
            and (c.acl <@ labels or '*' = any (labels))
            and c.metadata @> filters
    ), by_meaning as (
        select c.id, row_number() over (order by c.embedding <=> nearby) as place
        from visible c
        order by c.embedding <=> nearby
        limit depth
    ), by_words as (
        select c.id, row_number() over (order by ts_rank(weights, c.words, terms) desc, c.id) as place
        from visible c
        where c.words @@ terms
        order by place
        limit depth
    ), fused as (
        select id, coalesce(1 / (k + m.place), 0) + coalesce(1 / (k + w.place), 0) as score
        from by_meaning m full join by_words w using (id)
        order by score desc, id
        limit wanted
    )
    select c.id, c.document_id, c.title, c.url, c.text, c.heading_path, c.position, c.page,
        f.score, 1 - (c.embedding <=> nearby), coalesce(ts_rank(weights, c.words, terms), 0)::double precision
    from fused f join visible c using (id)
    order by f.score desc, c.id;
end $$;

revoke all on function search_chunks, any_word from public;
grant execute on function search_chunks to ${service_role};
