-- The leg by meaning: the chunks whose vectors are nearest to a question's, nearest first.
--
-- It runs as the owner of the tables, and so do the other functions of the search: the tenant is asked for here, once. It is
-- that of the transaction, never an argument, and without one nothing is found.
drop function if exists nearest_chunks;
drop function if exists nearest_in_graph;
drop function if exists worth_the_graph;

-- This and the two that follow are called in the search path of those that call them.
create or replace function chunks_of(tenant uuid, searched text) returns bigint
    language plpgsql stable
as $$
begin
    if searched = 'knowledge' then
        return (select k.chunks from knowledge k where k.tenant_id = tenant);
    end if;
    return (
        select sum(d.chunks) from document d
        where d.tenant_id = tenant and d.collection = searched and d.live_version is not null);
end $$;

-- Whether the graph (HNSW) finds the nearest of so many chunks sooner than comparing all of them. A leaf has one graph for
-- all its tenants: what is met there of others is met in vain, so that a small share of it costs much.
create function worth_the_graph(tenant uuid, of_generation smallint, chunks bigint, depth integer) returns boolean
    language plpgsql stable
as $$
declare
    leaf real := (
        select reltuples from pg_class
        where oid = (select v.tableoid from chunk_vector v where v.generation = of_generation and v.tenant_id = tenant limit 1));
begin
    -- A vector met in the graph takes as long as 10 compared in a scan. Before the first ANALYZE a leaf is of unknown size, -1.
    return depth * greatest(leaf / chunks, 1) <= chunks / 10;
end $$;

-- The extension's settings can be named once it is loaded, which any use of it does.
select '[1]'::halfvec;

-- At most so many vectors are looked at; fewer than asked for are found where filters, or other tenants, leave too few of them.
create function nearest_in_graph(
    nearby        halfvec,
    of_generation smallint,
    of_tenant     uuid,
    searched      text,
    labels        text[],
    filters       jsonb,
    depth         integer,
    visited       bigint
)
returns table (chunk_id uuid, distance double precision)
language plpgsql stable
set enable_seqscan = off
set enable_sort = off
set enable_bitmapscan = off
-- The strict order leaves out what it meets too late: a recall of 0.75 where the relaxed one has 0.95.
set hnsw.iterative_scan = relaxed_order
-- Of 100,000 vectors it finds 0.99 of the ten nearest to real questions, and 0.96 with 200: whole neighbourhoods are missed then.
set hnsw.ef_search = 400
set hnsw.max_scan_tuples = 20000
as $$
begin
    perform set_config('hnsw.max_scan_tuples', least(visited, 20000)::text, true);
    -- The index is of so many dimensions, which must be written out; a number is all that is put into the text.
    return query execute format($query$
        select v.chunk_id, v.embedding::halfvec(%1$s) <=> $1::halfvec(%1$s)
        from chunk_vector v
        where v.generation = $2 and v.tenant_id = $3 and v.collection = $4
            and (v.acl <@ $5 or '*' = any ($5)) and v.metadata @> $6
        order by v.embedding::halfvec(%1$s) <=> $1::halfvec(%1$s)
        limit $7 $query$, vector_dims(nearby))
    using nearby, of_generation, of_tenant, searched, labels, filters, depth;
end $$;

create function nearest_chunks(
    question_vector real[],
    of_generation   smallint,  -- whose model made that vector
    searched        text,      -- the collection
    labels          text[],    -- of the caller; '*' sees everything
    filters         jsonb,     -- metadata that a document must have
    depth           integer,
    exact_up_to     integer default 5000  -- so many chunks of a tenant are all compared, whatever else is known
)
returns table (chunk_id uuid, similarity double precision, exact boolean)
language plpgsql stable security definer
set search_path = ${flyway:defaultSchema}, public, pg_temp
-- One plan for all tenants: the primary key leads to the chunks of each, and their partition is found as it runs.
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
#variable_conflict use_column
declare
    tenant constant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
    nearby constant halfvec := question_vector::halfvec;
    chunks constant bigint := chunks_of(tenant, searched);
begin
    if tenant is null then
        return;
    end if;
    if chunks > exact_up_to and worth_the_graph(tenant, of_generation, chunks, depth) then
        return query
        with met as materialized (
            select * from nearest_in_graph(nearby, of_generation, tenant, searched, labels, filters, depth, chunks / 10)
        )
        select m.chunk_id, 1 - m.distance, false from met m
        where (select count(*) from met) = depth
        order by m.distance;
        if found then
            return;
        end if;
    end if;
    -- Without the number of dimensions no index gives this order: all vectors are compared.
    return query
    select v.chunk_id, 1 - (v.embedding <=> nearby), true
    from chunk_vector v
    where v.generation = of_generation and v.tenant_id = tenant and v.collection = searched
        and (v.acl <@ labels or '*' = any (labels)) and v.metadata @> filters
    order by v.embedding <=> nearby
    limit depth;
end $$;
revoke all on function chunks_of, worth_the_graph, nearest_in_graph, nearest_chunks from public;
grant execute on function nearest_chunks to ${service_role};
