-- How often each word stands in a tenant's chunks: PostgreSQL's ranking does not know it, and so takes "card" for as telling
-- as "of". What a tenant's words mean to each other is the tenant's to say.

-- Punctuation separates words. PostgreSQL would make one of sort_by(), of www.example.com and of BX-200/b, and find it only
-- where it is asked for in the same way.
create function spaced(text text) returns text
    language sql immutable strict parallel safe
return translate(text, '!"#$%&()*+,-./:;<=>?@[\]^_`{|}~', repeat(' ', 31));

-- Beside its words a chunk has its tenant for a word: looked up together, the index passes over what is not the tenant's.
drop index chunk_words;
alter table chunk drop column words;
drop function searchable_words;
create function searchable_words(tenant uuid, language text, title text, heading_path text[], body text) returns tsvector
    language sql immutable parallel safe
return setweight(to_tsvector(${flyway:defaultSchema}.text_config(language), ${flyway:defaultSchema}.spaced(title)), 'A')
    || setweight(to_tsvector(${flyway:defaultSchema}.text_config(language), ${flyway:defaultSchema}.spaced(array_to_string(heading_path, ' '))), 'B')
    || to_tsvector(${flyway:defaultSchema}.text_config(language), ${flyway:defaultSchema}.spaced(body))
    || array_to_tsvector(array[tenant::text]);
alter table chunk add column words tsvector not null
    generated always as (searchable_words(tenant_id, language, title, heading_path, text)) stored;
-- In the row and as it is: ranking reads it for each chunk that matches.
alter table chunk alter column words set storage main;
-- Without a list of what is to be put into the index later, which each search would have to read through.
create index chunk_words on chunk using gin (words) with (fastupdate = off);

-- In how many chunks of a collection a word stands; the tenant itself, as a word, in all of them. Kept in the statement that
-- changes the chunks.
create table word (
    tenant_id  uuid not null,
    collection text not null,
    lexeme     text collate "C" not null,
    chunks     integer not null,
    primary key (tenant_id, collection, lexeme)
) with (fillfactor = 80);
insert into word (tenant_id, collection, lexeme, chunks)
select tenant_id, collection, lexeme, count(*) from chunk, unnest(tsvector_to_array(words)) as lexeme group by 1, 2, 3;

-- Words of one row mean the same.
create table synonyms (
    tenant_id uuid not null,
    position  integer not null,
    terms     text[] not null,
    primary key (tenant_id, position)
);

-- The synonyms as searches look them up: a question that says this also asks for that. In all languages of the tenant.
create table synonym (
    tenant_id uuid not null,
    lexeme    text not null,       -- the first of what is said
    said      tsquery not null,
    meant     tsquery not null,
    words     text[] not null      -- of what is meant
);
create index synonym_lexeme on synonym (tenant_id, lexeme);

create function make_synonyms(tenant uuid, languages text[]) returns void
    language sql
    set search_path = ${flyway:defaultSchema}, pg_temp
begin atomic
    delete from synonym where tenant_id = tenant;
    with configs as (
        select distinct text_config(language) as config from unnest(array['en'] || languages) as language
    ), read as (
        select s.position, config, term, phraseto_tsquery(config, spaced(term)) as query,
            array(select lexeme from unnest(to_tsvector(config, spaced(term))) order by positions) as words
        from synonyms s cross join unnest(s.terms) as term cross join configs
        where s.tenant_id = tenant
    )
    insert into synonym (tenant_id, lexeme, said, meant, words)
    select distinct tenant, one.words[1], one.query, other.query, other.words
    from read one join read other using (position, config)
    where one.words <> '{}' and other.words <> '{}' and one.words <> other.words;
end;

create function remake_synonyms() returns trigger
    language plpgsql security definer
    set search_path = ${flyway:defaultSchema}, pg_temp
as $$
begin
    perform make_synonyms(new.tenant_id, new.languages);
    return null;
end $$;
create trigger synonyms_in_new_languages after update on knowledge
    for each row when (old.languages is distinct from new.languages) execute function remake_synonyms();
revoke all on function make_synonyms, remake_synonyms from public;
grant execute on function make_synonyms to ${service_role};

do $$
declare
    secured text;
begin
    foreach secured in array array['word', 'synonyms', 'synonym'] loop
        execute format('alter table %I enable row level security', secured);
        execute format(
            'create policy tenant on %I to ${service_role}
                using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)
                with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', secured);
        execute format('grant select, insert, update, delete on %I to ${service_role}', secured);
    end loop;
end $$;
