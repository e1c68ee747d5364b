-- The end of a tenant: its rows go, and none of its own comes after them, whatever a worker, a caller or Kafka still brings.
-- Runs at every start (${flyway:timestamp}), so that tables which a service has got since are guarded too.

-- Not tenant_id: of what goes with a tenant, this is what stays.
create table if not exists removed_tenants (
    id         uuid primary key,
    removed_at timestamptz not null default now()
);
do $$
begin
    if not exists (select from pg_policies where schemaname = '${flyway:defaultSchema}' and tablename = 'removed_tenants') then
        alter table removed_tenants enable row level security;
        create policy tenant on removed_tenants to ${service_role}
            using (id = nullif(current_setting('app.tenant', true), '')::uuid);
        grant select on removed_tenants to ${service_role};
    end if;
end $$;

-- Whoever writes rows of a tenant holds its lock with others until the end of the transaction; whoever refuses the tenant,
-- alone. So a transaction either ends before that, or sees it.
create or replace function refuse_rows_of_removed_tenants() returns trigger
    language plpgsql
    set search_path = ${flyway:defaultSchema}, pg_temp
as $$
declare
    tenant constant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
begin
    if tenant is not null then
        perform pg_advisory_xact_lock_shared(hashtextextended('${flyway:defaultSchema}', 0) # hashtextextended(tenant::text, 0));
        if exists (select from removed_tenants where id = tenant) then
            raise exception 'tenant % has been removed', tenant using errcode = 'FD404';
        end if;
    end if;
    return null;
end $$;

-- Every table with a tenant_id; of a partitioned one, the whole.
create or replace function tables_of_tenants() returns setof name
    language sql stable
    set search_path = ${flyway:defaultSchema}, pg_temp
begin atomic
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = '${flyway:defaultSchema}'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and a.attname = 'tenant_id' and not a.attisdropped;
end;

-- Both as the owner, for the tenant of the transaction, which is never an argument.
create or replace function refuse_tenant() returns void
    language plpgsql security definer
    set search_path = ${flyway:defaultSchema}, pg_temp
as $$
declare
    tenant constant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
begin
    perform pg_advisory_xact_lock(hashtextextended('${flyway:defaultSchema}', 0) # hashtextextended(tenant::text, 0));
    insert into removed_tenants (id) values (tenant) on conflict (id) do nothing;
end $$;

-- From each table with a tenant_id at most so many rows; returns how many went.
create or replace function remove_rows(at_most integer) returns bigint
    language plpgsql security definer
    set search_path = ${flyway:defaultSchema}, pg_temp
as $$
declare
    tenant constant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
    total bigint := 0;
    removed bigint;
    emptied name;
begin
    if not exists (select from removed_tenants where id = tenant) then
        raise exception 'tenant % has not been refused', tenant;
    end if;
    for emptied in select name from tables_of_tenants() as name loop
        execute format(
            'delete from %1$I where tenant_id = $1
                and ctid = any (array(select ctid from %1$I where tenant_id = $1 limit $2))', emptied)
            using tenant, at_most;
        get diagnostics removed = row_count;
        total := total + removed;
    end loop;
    return total;
end $$;

revoke all on function refuse_tenant, remove_rows from public;
grant execute on function refuse_tenant, remove_rows to ${service_role};

do $$
declare
    guarded name;
begin
    for guarded in
        select name from tables_of_tenants() as name
        where not exists (
            select from pg_trigger
            where tgrelid = name::text::regclass and tgname = 'refuse_removed_tenants')
    loop
        execute format(
            'create trigger refuse_removed_tenants before insert on %I
                for each statement execute function refuse_rows_of_removed_tenants()', guarded);
    end loop;
end $$;
