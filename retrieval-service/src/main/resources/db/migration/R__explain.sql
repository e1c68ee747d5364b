-- Why a search found what it found: what the legs give it, and how the leg by meaning went about it.
drop function if exists explain_search;
create function explain_search(
    question        text,
    question_vector real[],
    of_generation   smallint,
    searched        text,
    labels          text[],
    filters         jsonb,
    depth           integer,
    exact_up_to     integer
)
returns table (exact boolean, chunks bigint, by_meaning uuid[], by_words uuid[])
language plpgsql stable security definer
set search_path = ${flyway:defaultSchema}, public, pg_temp
as $$
#variable_conflict use_column
declare
    tenant constant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
begin
    if tenant is null then
        return;
    end if;
    return query
    select coalesce(bool_and(n.exact), true), coalesce(chunks_of(tenant, searched), 0),
        coalesce(array_agg(n.chunk_id order by n.similarity desc, n.chunk_id), '{}'),
        array(select w.chunk_id from matching_chunks(question, searched, labels, filters, depth) w order by w.lexical desc, w.chunk_id)
    from nearest_chunks(question_vector, of_generation, searched, labels, filters, depth, exact_up_to) n;
end $$;
revoke all on function explain_search from public;
grant execute on function explain_search to ${service_role};
