-- Tenants, their users and API keys, and the installation's signing keys.
-- Roles: ${service_role} is bound to one tenant at a time; ${system_role} looks credentials up before the tenant is known.

create table tenants (
    id               uuid primary key,
    name             text        not null,
    plan             text        not null,
    status           text        not null check (status in ('active', 'suspended')),
    settings_version bigint      not null,
    created_at       timestamptz not null
);

-- A login names no tenant, so an address belongs to one user of the installation.
create table users (
    id            uuid primary key,
    tenant_id     uuid        not null references tenants (id) on delete cascade,
    email         text        not null unique check (email = lower(email)),
    password_hash text        not null,
    role          text        not null check (role in ('owner', 'agent', 'viewer')),
    created_at    timestamptz not null
);
create index users_of_tenant on users (tenant_id, id);

create table api_keys (
    id         uuid primary key,
    tenant_id  uuid        not null references tenants (id) on delete cascade,
    prefix     text        not null,
    key_hash   bytea       not null unique check (octet_length(key_hash) = 32),
    name       text        not null,
    scopes     text[]      not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz
);
create index api_keys_of_tenant on api_keys (tenant_id, id) where revoked_at is null;

-- One row per rotation: whoever inserts a generation first has made it.
create table signing_keys (
    generation  integer primary key,
    kid         text        not null unique,
    public_key  bytea       not null,
    private_key bytea       not null,
    created_at  timestamptz not null
);

alter table tenants      enable row level security;
alter table users        enable row level security;
alter table api_keys     enable row level security;
alter table signing_keys enable row level security;

create policy tenant on tenants to ${service_role}
    using (id = nullif(current_setting('app.tenant', true), '')::uuid)
    with check (id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy tenant on users to ${service_role}
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy tenant on api_keys to ${service_role}
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

create policy lookup on tenants  for select to ${system_role} using (true);
create policy lookup on users    for select to ${system_role} using (true);
create policy lookup on api_keys for select to ${system_role} using (true);
create policy keeper on signing_keys to ${system_role} using (true) with check (true);

grant select, insert         on tenants, users to ${service_role};
grant select, insert, update on api_keys       to ${service_role};
grant select                 on tenants, users, api_keys to ${system_role};
grant select, insert         on signing_keys   to ${system_role};
