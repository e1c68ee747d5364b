-- Hybrid search in one call: the nearest by meaning and the best by words, in reciprocal rank fusion (Cormack, Clarke and
-- Buettcher, SIGIR 2009) that is weighted twice. The leg by words counts 0.3 of the leg by meaning, which finds more first
-- passages. And a rank counts as much as its score reaches of the leg's best: ranks alone make the second of two equals much
-- worse, and what is far behind the first hardly so. How much each is worth: the README.
drop function if exists search_chunks;
create function search_chunks(
    question        text,
    question_vector real[],
    of_generation   smallint,  -- whose model made that vector
    searched        text,      -- the collection
    labels          text[],    -- of the caller; '*' sees everything
    filters         jsonb,     -- metadata that a document must have
    wanted          integer,
    depth           integer,   -- how many candidates each leg gives
    leg             text default null,  -- 'meaning' or 'words' alone, to measure them
    exact_up_to     integer default 5000  -- so many chunks of a tenant are all compared
)
returns table (
    id uuid, document_id uuid, title text, url text, text text, heading_path text[], "position" integer, page integer,
    score double precision, similarity double precision, lexical double precision
)
language plpgsql stable security definer
set search_path = ${flyway:defaultSchema}, public, pg_temp
-- Planning this takes longer than doing it, and what it joins is few.
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
    tenant     constant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
    k          constant double precision := 60;
    worded     constant double precision := 0.3;
    -- Cosines of texts in one language lie close together; so their differences count.
    sharpening constant double precision := 4;
begin
    if tenant is null then
        return;
    end if;
    return query
    with by_meaning as (
        select chunk_id, n.similarity, row_number() over (order by n.similarity desc, chunk_id) as place
        from nearest_chunks(question_vector, of_generation, searched, labels, filters, depth, exact_up_to) n
        where leg is distinct from 'words'
    ), by_words as (
        select chunk_id, w.lexical, row_number() over (order by w.lexical desc, chunk_id) as place
        from matching_chunks(question, searched, labels, filters, depth) w
        where leg is distinct from 'meaning'
    ), best as (
        select nullif(greatest((select max(m.similarity) from by_meaning m), 0), 0) as similarity,
            (select max(w.lexical) from by_words w) as lexical
    ), found as (
        -- The first by words are compared by their meaning too, as if they came next there: a rare name says little to the
        -- model, and is all that is asked for.
        select chunk_id, coalesce(m.place, depth + 1) as near_place, w.place as word_place, coalesce(w.lexical, 0) as lexical,
            case when m.place is not null then m.similarity when w.place <= 10 then (
                select 1 - (v.embedding <=> question_vector::halfvec) from chunk_vector v
                where v.generation = of_generation and v.tenant_id = tenant and v.chunk_id = w.chunk_id)
            end as similarity
        from by_meaning m full join by_words w using (chunk_id)
    ), fused as (
        select chunk_id, f.similarity, f.lexical,
            coalesce((greatest(f.similarity, 0) / best.similarity) ^ sharpening / (k + near_place), 0)
            + coalesce(worded * f.lexical / best.lexical / (k + word_place), 0) as score
        from found f cross join best
        order by score desc, chunk_id
        limit wanted
    )
    select c.id, c.document_id, c.title, c.url, c.text, c.heading_path, c.position, c.page, f.score,
        coalesce(f.similarity, (
            select 1 - (v.embedding <=> question_vector::halfvec) from chunk_vector v
            where v.generation = of_generation and v.tenant_id = tenant and v.chunk_id = c.id)),
        f.lexical
    from fused f join chunk c on c.tenant_id = tenant and c.id = f.chunk_id
    order by f.score desc, c.id;
end $$;
revoke all on function search_chunks from public;
grant execute on function search_chunks to ${service_role};
