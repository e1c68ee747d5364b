-- How many of the ten nearest a search gives to its fusion, of those that comparing all vectors finds; null where there are none.
drop function if exists recall_at_10;
create function recall_at_10(
    question_vector real[],
    of_generation   smallint,
    searched        text,
    labels          text[],
    filters         jsonb,
    depth           integer,
    exact_up_to     integer
)
returns table (chunks bigint, recall double precision)
language plpgsql stable security definer
set search_path = ${flyway:defaultSchema}, public, pg_temp
as $$
declare
    tenant constant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
    all_of_them constant integer := 2147483647;
begin
    return query
    select coalesce(chunks_of(tenant, searched), 0), avg(case when given.chunk_id is null then 0 else 1 end)::double precision
    from (
        select e.chunk_id from nearest_chunks(question_vector, of_generation, searched, labels, filters, 10, all_of_them) e
    ) as nearest
    left join (
        select n.chunk_id from nearest_chunks(question_vector, of_generation, searched, labels, filters, depth, exact_up_to) n
        order by n.similarity desc limit 10
    ) as given using (chunk_id);
end $$;
revoke all on function recall_at_10 from public;
grant execute on function recall_at_10 to ${service_role};
