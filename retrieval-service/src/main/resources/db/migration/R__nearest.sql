-- The leg by meaning: the chunks whose vectors are nearest to a question's, nearest first.
--
-- It runs as the owner of the tables, and so do the other functions of the search: the tenant is asked for here, once. It is
-- that of the transaction, never an argument, and without one nothing is found.
drop function if exists nearest_chunks;
create function nearest_chunks(
    question_vector real[],
    of_generation   smallint,  -- whose model made that vector
    searched        text,      -- the collection
    labels          text[],    -- of the caller; '*' sees everything
    filters         jsonb,     -- metadata that a document must have
    depth           integer
)
returns table (chunk_id uuid, similarity double precision)
language plpgsql stable security definer
set search_path = ${flyway:defaultSchema}, public, pg_temp
as $$
declare
    tenant constant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
    made   generation;
begin
    select * into made from generation where id = of_generation;
    -- The index is of so many dimensions, which must be written out; a number is all that is put into the text.
    return query execute format($query$
        select v.chunk_id, 1 - (v.embedding::halfvec(%1$s) <=> $1::halfvec(%1$s))
        from chunk_vector v
        where v.generation = $2 and v.tenant_id = $3 and v.collection = $4
            and (v.acl <@ $5 or '*' = any ($5)) and v.metadata @> $6
        order by v.embedding::halfvec(%1$s) <=> $1::halfvec(%1$s)
        limit $7 $query$, made.dimensions)
    using question_vector, of_generation, tenant, searched, labels, filters, depth;
end $$;
revoke all on function nearest_chunks from public;
grant execute on function nearest_chunks to ${service_role};
