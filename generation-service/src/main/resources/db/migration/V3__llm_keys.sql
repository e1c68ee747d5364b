-- Keys of language models that the operator adds at run time. They are the installation's, not a tenant's.
create table llm_key (
    id                  uuid primary key,
    alias               text        not null unique,
    enabled             boolean     not null,
    provider            text        not null,
    base_url            text        not null,
    -- AES-256-GCM: nonce, ciphertext and tag in base64; the alias is authenticated with it.
    sealed_secret       text        not null,
    model               text        not null,
    cheap_model         text,
    priority            integer     not null,
    requests_per_minute bigint      not null,
    tokens_per_minute   bigint      not null,
    requests_per_day    bigint      not null,
    tokens_per_day      bigint      not null,
    prompt_price        numeric     not null,
    completion_price    numeric     not null,
    accepts_prefix      boolean     not null,
    added_at            timestamptz not null default now()
);

alter table llm_key enable row level security;
create policy installation on llm_key to ${system_role} using (true) with check (true);
grant select, insert, update, delete on llm_key to ${system_role};
