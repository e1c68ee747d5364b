-- Answers that may be given again, with what they rest on. A tenant has a few thousand at most (frontdesk.semantic-answers),
-- and who looks for the nearest reads all that its caller may be given: no index of vectors. Nor is there one of chunks: what
-- a changed document takes away is found by a comparison with each question, too.
create table answer (
    tenant_id         uuid not null,
    id                uuid not null,         -- of the answer as it was given
    question          text not null,
    generation        smallint not null,
    question_vector   halfvec not null,
    -- Who may be given it, and how it was made: all of it must be the same, word for word.
    acl               text[] not null,       -- sorted
    owner             text not null,         -- the only caller that is given it; '' for all
    prompt_version    text not null,
    model_choice      text not null,
    filters           jsonb not null,
    top_k             integer not null,
    -- Under which it stands in the exact cache.
    cache_key         text not null,
    chunks            uuid[] not null,
    documents         uuid[] not null,       -- of these chunks; a document that changes gets new chunks, all of them
    reach             double precision not null,
    payload           jsonb not null,
    knowledge_version bigint not null,
    created_at        timestamptz not null default now(),
    expires_at        timestamptz not null,
    primary key (tenant_id, cache_key, owner)
);
-- The exact scan reads each vector: in the row it is faster than in the TOAST table.
alter table answer alter column question_vector set storage plain;

-- Answers that are outdated, and may still stand in the exact cache: removed when they do not.
create table withdrawn_answer (
    tenant_id         uuid not null,
    cache_key         text not null,
    knowledge_version bigint not null,       -- what was searched under an older one is outdated
    primary key (tenant_id, cache_key)
);

do $$
declare
    secured text;
begin
    foreach secured in array array['answer', 'withdrawn_answer'] loop
        execute format('alter table %I enable row level security', secured);
        execute format(
            'create policy tenant on %I to ${service_role}
                using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)
                with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', secured);
        execute format('grant select, insert, update, delete on %I to ${service_role}', secured);
    end loop;
end $$;

-- What a replica that died left undone is done by any other, for all tenants.
create policy every_tenant on withdrawn_answer to ${system_role} using (true);
grant select, delete on withdrawn_answer to ${system_role};
