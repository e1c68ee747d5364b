-- Vectors apart from what they are of, a generation for each embedding model: a new one is built beside the one that is
-- searched, and becomes it when it is whole.
create table generation (
    id          smallint primary key generated always as identity,
    model       text not null,
    dimensions  integer not null check (dimensions between 1 and 4000),
    state       text not null default 'building' check (state in ('building', 'live', 'retired')),
    created_at  timestamptz not null default now(),
    live_at     timestamptz,
    retired_at  timestamptz
);
create unique index one_live_generation on generation (state) where state = 'live';
create unique index one_generation_in_the_making on generation (state) where state = 'building';
grant select on generation to ${service_role};

-- Labels and metadata stand here too, so that the leg by meaning filters in the table that it scans. The number of
-- dimensions is that of the generation, which each index names.
create table chunk_vector (
    generation  smallint not null,
    tenant_id   uuid not null,
    chunk_id    uuid not null,
    document_id uuid not null,
    collection  text not null,
    acl         text[] not null,
    metadata    jsonb not null,
    embedding   halfvec not null,
    primary key (generation, tenant_id, chunk_id)
) partition by list (generation);
create index chunk_vector_document on chunk_vector (tenant_id, document_id);

-- The tables of a generation are attached when they are ready: searches and publications hardly wait.
create function make_generation(named text, of_dimensions integer) returns smallint
    language plpgsql
    set search_path = ${flyway:defaultSchema}, public, pg_temp
as $$
declare
    made  smallint;
    whole name;
begin
    insert into generation (model, dimensions) values (named, of_dimensions) returning id into made;
    whole := 'chunk_vector_' || made;
    execute format('create table %I (like chunk_vector including all, check (generation = %s)) partition by hash (tenant_id)', whole, made);
    for part in 0..15 loop
        execute format('create table %I partition of %I for values with (modulus 16, remainder %s)', whole || '_' || part, whole, part);
        execute format('alter table %I enable row level security', whole || '_' || part);
        -- The exact scan reads each vector: in the row it is faster than in the TOAST table.
        execute format('alter table %I alter column embedding set storage plain', whole || '_' || part);
        execute format('create index on %I using hnsw ((embedding::halfvec(%s)) halfvec_cosine_ops)', whole || '_' || part, of_dimensions);
    end loop;
    execute format('alter table %I enable row level security', whole);
    execute format('alter table chunk_vector attach partition %I for values in (%s)', whole, made);
    return made;
end $$;
revoke all on function make_generation from public;

select make_generation('bge-small-en-v1.5-q', 384);
update generation set state = 'live', live_at = now();

insert into chunk_vector (generation, tenant_id, chunk_id, document_id, collection, acl, metadata, embedding)
select 1, tenant_id, id, document_id, collection, acl, metadata, embedding from chunk;
drop function search_chunks;
drop function any_word;
alter table chunk drop column embedding;

-- The vectors of staged chunks; of one chunk there are two while a generation is in the making.
create table staged_vector (
    tenant_id   uuid not null,
    document_id uuid not null,
    version     bigint not null,
    position    integer not null,
    generation  smallint not null,
    embedding   halfvec not null,
    primary key (tenant_id, document_id, version, position, generation)
);
insert into staged_vector (tenant_id, document_id, version, position, generation, embedding)
select tenant_id, document_id, version, position, 1, embedding from staged_chunk;
alter table staged_chunk drop column embedding;

-- How many chunks a tenant has, which decides how its vectors are searched; knowledge alone has versions.
alter table document add column collection text not null default 'knowledge' check (collection in ('knowledge', 'tickets', 'questions'));
alter table knowledge add column chunks bigint not null default 0;
update knowledge k set chunks = (select count(*) from chunk c where c.tenant_id = k.tenant_id and c.collection = 'knowledge');

do $$
declare
    secured text;
begin
    foreach secured in array array['chunk_vector', 'staged_vector'] loop
        execute format('alter table %I enable row level security', secured);
        execute format(
            'create policy tenant on %I to ${service_role}
                using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)
                with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', secured);
        execute format('grant select, insert, update, delete on %I to ${service_role}', secured);
    end loop;
end $$;
