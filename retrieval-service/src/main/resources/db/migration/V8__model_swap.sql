-- From one embedding model to another: a generation is made, filled, and made the live one when no chunk lacks in it.
-- What follows is for the system role, which sees of the tenants no more than which of them there is still work for.

alter function make_generation(text, integer) security definer;

-- Takes the place of one in the making that nobody wants any more.
create function begin_generation(named text, of_dimensions integer) returns void
    language plpgsql security definer
    set search_path = ${flyway:defaultSchema}, public, pg_temp
as $$
begin
    -- Replicas that start together make one.
    lock table generation in share row exclusive mode;
    if exists (select from generation where state in ('building', 'live') and model = named and dimensions = of_dimensions) then
        return;
    end if;
    update generation set state = 'retired', retired_at = now() where state = 'building';
    perform make_generation(named, of_dimensions);
end $$;

create function tenants_lacking(in_generation smallint, at_most integer) returns setof uuid
    language sql stable security definer
    set search_path = ${flyway:defaultSchema}, public, pg_temp
begin atomic
    select distinct c.tenant_id from chunk c
    where not exists (
        select from chunk_vector v
        where v.generation = in_generation and v.tenant_id = c.tenant_id and v.chunk_id = c.id)
    limit at_most;
end;

-- Publications hold this lock with others while they read which generation is live, and until they have ended.
create function hold_generation() returns void
    language sql
    set search_path = ${flyway:defaultSchema}, pg_temp
begin atomic
    select pg_advisory_xact_lock_shared(hashtextextended('${flyway:defaultSchema}.generation', 0));
end;

-- Whether the generation is the live one now; false while a chunk lacks in it.
create function switch_generation(made smallint) returns boolean
    language plpgsql security definer
    set search_path = ${flyway:defaultSchema}, public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('${flyway:defaultSchema}.generation', 0));
    if exists (select from tenants_lacking(made, 1)) then
        return false;
    end if;
    if exists (select from generation where id = made and state = 'building') then
        update generation set state = 'retired', retired_at = now() where state = 'live';
        update generation set state = 'live', live_at = now() where id = made;
    end if;
    return true;
end $$;

-- Searches that began before the switch have ended long since.
create function drop_retired_generations(after interval) returns void
    language plpgsql security definer
    set search_path = ${flyway:defaultSchema}, public, pg_temp
as $$
declare
    old smallint;
begin
    for old in
        select id from generation
        where state = 'retired' and retired_at < now() - after and to_regclass('chunk_vector_' || id) is not null
        for update skip locked
    loop
        execute format('alter table chunk_vector detach partition %I', 'chunk_vector_' || old);
        execute format('drop table %I', 'chunk_vector_' || old);
    end loop;
end $$;

revoke all on function begin_generation, tenants_lacking, switch_generation, drop_retired_generations from public;
grant execute on function begin_generation, tenants_lacking, switch_generation, drop_retired_generations to ${system_role};
grant execute on function hold_generation to ${service_role};
grant select on generation to ${system_role};
