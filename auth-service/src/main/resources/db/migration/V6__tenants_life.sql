-- Tenants are changed, listed and deleted. Deleting one takes a while, and goes on after a crash, from what stands here.
create table tenant_removals (
    tenant_id    uuid primary key references tenants (id) on delete cascade,
    actor        text        not null,
    request_id   text        not null,
    -- The services that have removed what they kept.
    done         text[]      not null default '{}',
    attempts     integer     not null default 0,
    -- When it may be taken; while a replica works on it, that is when another one takes over.
    available_at timestamptz not null default now()
);
create index tenant_removals_next on tenant_removals (available_at);

alter table tenant_removals enable row level security;
create policy tenant on tenant_removals to ${service_role}
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy work on tenant_removals to ${system_role} using (true);
grant select, insert on tenant_removals to ${service_role};
grant select, update on tenant_removals to ${system_role};

-- What the world is to be told, written in the transaction in which it happened.
create table outbox (
    position    bigint generated always as identity primary key,
    id          uuid        not null unique,
    tenant_id   uuid        not null,
    key         text        not null,
    topic       text        not null,
    type        text        not null,
    data        text        not null,
    happened_at timestamptz not null
);
create index outbox_key on outbox (key, position);

alter table outbox enable row level security;
create policy tenant on outbox to ${service_role}
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy relay on outbox to ${system_role} using (true) with check (true);
grant insert on outbox to ${service_role};
-- FOR UPDATE asks for the right to update, though nothing is.
grant select, insert, update, delete on outbox to ${system_role};

-- The last step: every row of every table, and the tenant itself. As the owner, since no role may otherwise do that; only
-- for a tenant whose removal has begun.
create function remove_tenant(gone uuid) returns void
    language plpgsql security definer
    set search_path = ${flyway:defaultSchema}, pg_temp
as $$
declare
    emptied name;
begin
    perform from tenant_removals r join tenants t on t.id = r.tenant_id
    where t.id = gone and t.status = 'deleting' for update;
    if not found then
        raise exception 'tenant % is not being deleted', gone;
    end if;
    delete from tenants where id = gone;
    for emptied in
        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = '${flyway:defaultSchema}'::regnamespace and c.relkind = 'r'
            and a.attname = 'tenant_id' and not a.attisdropped
            -- What others have yet to be told, and among it that the tenant is gone.
            and c.relname <> 'outbox'
    loop
        execute format('delete from %I where tenant_id = $1', emptied) using gone;
    end loop;
end $$;
revoke all on function remove_tenant from public;
grant execute on function remove_tenant to ${system_role};

-- That a tenant is gone is told to the operator, in the transaction in which it goes.
create policy removal on audit_events for insert to ${system_role} with check (action = 'tenant_removed');
grant insert on audit_events to ${system_role};
grant select on audit_events to ${service_role};

