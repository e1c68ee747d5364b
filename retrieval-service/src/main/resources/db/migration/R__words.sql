-- The leg by words: the chunks that say most of what a question says, best first.
--
-- It counts as BM25 does (Robertson and Zaragoza, 2009): a rare word more than a frequent one, the second time that a word
-- stands in a chunk less than the first, a word in a short chunk more than in a long one. ts_rank knows all but how rare a
-- word is; so the words of a question are put into three classes by that, and it is asked for each.
drop function if exists any_word;
drop function if exists question_terms;
drop function if exists matching_chunks;

-- A lexeme as queries are written: nothing in it is an operator.
create or replace function quoted(lexeme text) returns text
    language sql immutable strict parallel safe
return '''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''';

-- What a question asks for, and in how many chunks that stands: its words, beginnings of words (ship*), and what the tenant
-- says is the same.
create function question_terms(question text, tenant uuid, searched text, configs regconfig[])
returns table (term text, chunks bigint)
language plpgsql stable
set search_path = ${flyway:defaultSchema}, pg_temp
as $$
#variable_conflict use_column
declare
    spoken constant text[] := array(
        select distinct lexeme from unnest(configs) as config, unnest(to_tsvector(config, spaced(question))));
begin
    return query
    select quoted(w.lexeme), w.chunks::bigint from word w
    where w.tenant_id = tenant and w.collection = searched and w.lexeme = any (spoken);

    return query
    select s.meant::text, (
        select min(coalesce(w.chunks, 0))::bigint
        from unnest(s.words) as meant (lexeme) left join word w
            on w.tenant_id = tenant and w.collection = searched and w.lexeme = meant.lexeme collate "C")
    from synonym s
    where s.tenant_id = tenant and s.lexeme = any (spoken)
        and exists (select from unnest(configs) as config where to_tsvector(config, spaced(question)) @@ s.said);

    if question like '%*%' then
        return query
        select quoted(beginning) || ':*', (
            select sum(w.chunks)::bigint from word w
            where w.tenant_id = tenant and w.collection = searched
                and w.lexeme >= beginning collate "C" and w.lexeme < (beginning || chr(1114111)) collate "C")
        from (select distinct lower(found[1]) from regexp_matches(question, '([^\s[:punct:]]{2,50})\*', 'g') as found) as f (beginning);
    end if;
end $$;

-- Full text under row-level security cannot use its index (@@ is not leakproof): hence the owner's rights.
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
-- The index on words is right for each tenant, so that nothing is won by planning again.
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
-- A question of stop words alone is no news.
set client_min_messages = warning
as $$
#variable_conflict use_column
declare
    tenant  constant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
    -- Of D, C, B, A: a title counts more than a heading, and that more than the text.
    weights constant real[] := '{0.3, 0.4, 0.6, 1.0}';
    -- How many chunks the most telling words are looked up for: what stands in more, the others tell apart.
    enough  constant integer := 100;
    -- A chunk of so many different words is neither short nor long; this share of its length counts.
    usual   constant double precision := 75;
    counted constant double precision := 0.35;
    configs regconfig[];
    phrases tsquery;
    asked   record;
begin
    if tenant is null then
        return;
    end if;
    configs := array(
        select distinct text_config(language)
        from unnest(coalesce((select nullif(languages, '{}') from knowledge where tenant_id = tenant), '{en}')) as language);
    select string_agg(term, ' | ') filter (where so_far <= enough) as telling,
        min(term) filter (where place = 1) as first,
        string_agg(term, ' | ') filter (where place > 1) as others,
        (string_agg(term, ' | ') filter (where share > 2 / 3.0))::tsquery as rare,
        sum(worth) filter (where share > 2 / 3.0) as rare_worth,
        (string_agg(term, ' | ') filter (where share > 1 / 3.0 and share <= 2 / 3.0))::tsquery as common,
        sum(worth) filter (where share > 1 / 3.0 and share <= 2 / 3.0) as common_worth,
        (string_agg(term, ' | ') filter (where share <= 1 / 3.0))::tsquery as frequent,
        sum(worth) filter (where share <= 1 / 3.0) as frequent_worth
    into asked
    from (
        select term, worth, worth / max(worth) over () as share,
            sum(chunks) over (order by chunks, term) as so_far, row_number() over (order by chunks, term) as place
        from (
            select term, t.chunks, ln(1 + greatest(w.chunks - t.chunks, 0) / (t.chunks + 0.5::double precision)) + 1e-3 as worth
            from question_terms(question, tenant, searched, configs) t
            join word w on w.tenant_id = tenant and w.collection = searched and w.lexeme = tenant::text
            where t.chunks > 0
            order by t.chunks, term
            limit 24
        ) as terms
    ) as placed;
    if asked.first is null then
        return;
    end if;
    if question like '%"%"%' then
        phrases := (
            select string_agg('(' || phrase::text || ')', ' | ')::tsquery
            from regexp_matches(question, '"([^"]{2,200})"', 'g') as found, unnest(configs) as config,
                phraseto_tsquery(config, spaced(found[1])) as phrase
            where numnode(phrase) > 1);
    end if;
    return query
    with matching as (
        select c.id, c.words from chunk c
        where c.tenant_id = tenant and c.collection = searched
            and (c.acl <@ labels or '*' = any (labels)) and c.metadata @> filters
            and c.words @@ (quoted(tenant::text) || ' & (' || coalesce(asked.telling, asked.first || coalesce(' & (' || asked.others || ')', ''))
                || coalesce(' | ' || phrases::text, '') || ')')::tsquery
        limit 10 * enough
    )
    select id, (
            coalesce(asked.rare_worth * ts_rank(weights, words, asked.rare), 0)
            + coalesce(asked.common_worth * ts_rank(weights, words, asked.common), 0)
            + coalesce(asked.frequent_worth * ts_rank(weights, words, asked.frequent), 0)
        ) / (1 - counted + counted * length(words) / usual) * case when words @@ phrases then 2 else 1 end as lexical
    from matching
    order by lexical desc, id
    limit depth;
end $$;
revoke all on function question_terms, matching_chunks from public;
grant execute on function matching_chunks to ${service_role};
