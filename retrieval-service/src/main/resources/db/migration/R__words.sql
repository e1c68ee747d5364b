-- The leg by words: the chunks that have most of a question's, best first.

-- The words of a question, any of which may match, in every language that the tenant's documents are in. A hyphen before
-- a word would mean "not"; in questions it means nothing.
drop function if exists any_word;
create function any_word(question text, languages text[]) returns tsquery
    language sql stable parallel safe
return (
    select string_agg(replace(terms::text, ' & ', ' | '), ' | ')::tsquery
    from (
        select distinct ${flyway:defaultSchema}.text_config(language) as config
        from unnest(case languages when '{}' then array['en'] else languages end) as language
    ) configs
    cross join lateral websearch_to_tsquery(config, regexp_replace(question, '(^|\s)-+', ' ', 'g')) as terms
    where numnode(terms) > 0
);

-- Full text under row-level security cannot use its index (@@ is not leakproof): hence the owner's rights.
drop function if exists matching_chunks;
create function matching_chunks(
    question text,
    searched text,      -- the collection
    labels   text[],    -- of the caller; '*' sees everything
    filters  jsonb,     -- metadata that a document must have
    depth    integer
)
returns table (chunk_id uuid, lexical double precision)
language plpgsql stable security definer
set search_path = ${flyway:defaultSchema}, public, pg_temp
-- Planned for this tenant: only its partition is looked at, with what statistics know of its size.
set plan_cache_mode = force_custom_plan
-- A question of stop words alone is no news.
set client_min_messages = warning
as $$
declare
    tenant  constant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
    -- Of D, C, B, A, for ts_rank, which grows with the share of the question's words that a chunk has. ts_rank_cd, made for
    -- words that must all match, counts occurrences here: 22 first passages of the sample documents instead of 35, of 40.
    weights constant real[] := '{0.3, 0.4, 0.6, 1.0}';
    terms   constant tsquery := any_word(question, coalesce((select languages from knowledge where tenant_id = tenant), '{}'));
begin
    return query
    select c.id, ts_rank(weights, c.words, terms)::double precision
    from chunk c
    where c.tenant_id = tenant and c.collection = searched
        and (c.acl <@ labels or '*' = any (labels)) and c.metadata @> filters
        and c.words @@ terms
    order by ts_rank(weights, c.words, terms) desc, c.id
    limit depth;
end $$;
revoke all on function any_word, matching_chunks from public;
grant execute on function matching_chunks to ${service_role};
