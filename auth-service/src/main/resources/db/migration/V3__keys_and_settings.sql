-- What API keys see and when they were used last, operators among the users, and what a tenant asks of the gateway.

alter table api_keys add column acl text[] not null default '{}';
alter table api_keys add column last_used_at timestamptz;

create policy last_use on api_keys for update to ${system_role} using (true) with check (true);
grant update (last_used_at) on api_keys to ${system_role};

-- Only the installation's own tenant has operators.
alter table users drop constraint users_role_check;
alter table users add constraint users_role_check check (
    role in ('owner', 'agent', 'viewer')
    or role = 'operator' and tenant_id = '00000000-0000-7000-8000-000000000001');

-- A limit that is null is the plan's.
create table gateway_settings (
    tenant_id        uuid primary key references tenants (id) on delete cascade,
    cors_origins     text[]  not null,
    cors_credentials boolean not null,
    per_minute       integer check (per_minute > 0),
    per_hour         integer check (per_hour > 0)
);

alter table gateway_settings enable row level security;

create policy tenant on gateway_settings to ${service_role}
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

grant select, insert, update on gateway_settings to ${service_role};
