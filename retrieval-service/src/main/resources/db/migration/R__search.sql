-- Hybrid search in one call: the nearest by meaning and the best by words, fused by their ranks.
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
    exact_up_to     integer default 2000
)
returns table (
    id uuid, document_id uuid, title text, url text, text text, heading_path text[], "position" integer, page integer,
    score double precision, similarity double precision, lexical double precision
)
language plpgsql stable security definer
set search_path = ${flyway:defaultSchema}, public, pg_temp
as $$
#variable_conflict use_column
declare
    tenant constant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
    k      constant double precision := 60;              -- Cormack, Clarke and Buettcher, SIGIR 2009
begin
    return query
    with by_meaning as (
        select chunk_id, n.similarity, row_number() over (order by n.similarity desc) as place
        from nearest_chunks(question_vector, of_generation, searched, labels, filters, depth, exact_up_to) n
    ), by_words as (
        select chunk_id, w.lexical, row_number() over (order by w.lexical desc, chunk_id) as place
        from matching_chunks(question, searched, labels, filters, depth) w
    ), fused as (
        select chunk_id, m.similarity, coalesce(w.lexical, 0) as lexical,
            coalesce(1 / (k + m.place), 0) + coalesce(1 / (k + w.place), 0) as score
        from by_meaning m full join by_words w using (chunk_id)
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
