-- The index: what is searched, and at which version of a tenant's knowledge.

-- One row per tenant. The version rises in the transaction that changes what searches find.
create table knowledge (
    tenant_id uuid primary key,
    version   bigint not null,
    -- Languages that the tenant's documents were ever in: a question is read in each of them.
    languages text[] not null default '{}'
);

-- A document's life in the index. A row without a live version is a tombstone, which keeps late versions out.
create table document (
    tenant_id       uuid not null,
    id              uuid not null,
    live_version    bigint,
    deleted_version bigint,
    chunks          integer not null default 0,
    primary key (tenant_id, id)
);

-- Chunks on their way, kept apart so that no search and no index of the searched ever meets them.
create table staged_chunk (
    tenant_id    uuid not null,
    document_id  uuid not null,
    version      bigint not null,
    position     integer not null,
    id           uuid not null,
    language     text,
    heading_path text[] not null,
    text         text not null,
    page         integer,
    embedding    halfvec(384) not null,
    primary key (tenant_id, document_id, version, position)
);

-- The text search configuration of a language; the name of a configuration in the row would stand in pg_upgrade's way.
create function text_config(language text) returns regconfig
    language sql immutable parallel safe
return case language
    when 'ar' then 'pg_catalog.arabic'::regconfig
    when 'da' then 'pg_catalog.danish'::regconfig
    when 'de' then 'pg_catalog.german'::regconfig
    when 'el' then 'pg_catalog.greek'::regconfig
    when 'es' then 'pg_catalog.spanish'::regconfig
    when 'fi' then 'pg_catalog.finnish'::regconfig
    when 'fr' then 'pg_catalog.french'::regconfig
    when 'hu' then 'pg_catalog.hungarian'::regconfig
    when 'it' then 'pg_catalog.italian'::regconfig
    when 'nl' then 'pg_catalog.dutch'::regconfig
    when 'no' then 'pg_catalog.norwegian'::regconfig
    when 'pt' then 'pg_catalog.portuguese'::regconfig
    when 'ro' then 'pg_catalog.romanian'::regconfig
    when 'ru' then 'pg_catalog.russian'::regconfig
    when 'sv' then 'pg_catalog.swedish'::regconfig
    when 'tr' then 'pg_catalog.turkish'::regconfig
    else 'pg_catalog.english'::regconfig
end;

-- What the full text leg looks at: the title counts most (A), headings more (B) than the text (D).
create function searchable_words(language text, title text, heading_path text[], body text) returns tsvector
    language sql immutable parallel safe
return setweight(to_tsvector(${flyway:defaultSchema}.text_config(language), title), 'A')
    || setweight(to_tsvector(${flyway:defaultSchema}.text_config(language), array_to_string(heading_path, ' ')), 'B')
    || setweight(to_tsvector(${flyway:defaultSchema}.text_config(language), body), 'D');

-- What is searched, and nothing else. Labels and metadata of the document stand in each chunk, so that both legs of a
-- search filter in the table that they scan.
create table chunk (
    tenant_id    uuid not null,
    id           uuid not null,
    document_id  uuid not null,
    collection   text not null default 'knowledge' check (collection in ('knowledge', 'tickets', 'questions')),
    position     integer not null,
    title        text not null,
    url          text,
    language     text,
    heading_path text[] not null,
    text         text not null,
    page         integer,
    acl          text[] not null,
    metadata     jsonb not null,
    embedding    halfvec(384) not null,
    words        tsvector not null generated always as (searchable_words(language, title, heading_path, text)) stored,
    primary key (tenant_id, id)
) partition by hash (tenant_id);

-- The exact scan reads each vector: 776 bytes in the row are faster than a look-up in the TOAST table.
alter table chunk alter column embedding set storage plain;

do $$
begin
    for part in 0..15 loop
        execute format('create table chunk_%s partition of chunk for values with (modulus 16, remainder %s)', part, part);
        execute format('alter table chunk_%s enable row level security', part);
    end loop;
end $$;

create index chunk_document on chunk (tenant_id, document_id);
create index chunk_words on chunk using gin (words);

-- Row-level security: the service sees one tenant at a time, and nothing where it names none. The partitions themselves
-- have no policy and no grant.
do $$
declare
    secured text;
begin
    foreach secured in array array['knowledge', 'document', 'staged_chunk', 'chunk'] loop
        execute format('alter table %I enable row level security', secured);
        execute format(
            'create policy tenant on %I to ${service_role}
                using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)
                with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', secured);
        execute format('grant select, insert, update, delete on %I to ${service_role}', secured);
    end loop;
end $$;
