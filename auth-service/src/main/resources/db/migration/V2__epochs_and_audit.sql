-- Epochs: what a credential rests on has a number that rises with each change, so that a gateway knows what it has to ask
-- again. What gateways have to be told waits in state_changes from the transaction of the change until Redis has it.

alter table tenants add column version bigint not null default 1;
alter table tenants drop constraint tenants_status_check;
alter table tenants add constraint tenants_status_check check (status in ('active', 'suspended', 'deleting'));
alter table users add column epoch bigint not null default 0;
alter table api_keys add column epoch bigint not null default 0;

grant update, delete on tenants, users to ${service_role};

-- Either an epoch of one thing, or, without a name, the tenant as a whole.
create table state_changes (
    id               uuid primary key,
    tenant_id        uuid        not null,
    epoch_name       text,
    version          bigint      not null,
    status           text,
    plan             text,
    settings_version bigint,
    created_at       timestamptz not null default now()
);

-- Outlives what it tells of, except the tenant.
create table audit_events (
    id         uuid primary key,
    tenant_id  uuid        not null references tenants (id) on delete cascade,
    at         timestamptz not null,
    action     text        not null,
    actor      text        not null,
    target     text        not null,
    outcome    text        not null check (outcome in ('succeeded', 'failed')),
    request_id text        not null,
    details    jsonb       not null
);
create index audit_events_of_tenant on audit_events (tenant_id, id desc);

alter table state_changes enable row level security;
alter table audit_events  enable row level security;

create policy tenant on state_changes to ${service_role}
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy relay on state_changes to ${system_role} using (true);
create policy tenant on audit_events to ${service_role}
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

grant select, insert, delete on state_changes to ${service_role};
grant select, update, delete on state_changes to ${system_role};
grant select, insert         on audit_events  to ${service_role};
