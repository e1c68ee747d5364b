-- An answer that has ended, however it ended. Written once.
create table answer (
    tenant_id         uuid             not null,
    id                uuid             not null,
    conversation_id   uuid             not null,
    -- The subject who asked.
    customer          text             not null,
    question          text             not null,
    answer            text             not null,
    outcome           text             not null
        check (outcome in ('answered', 'refused', 'incomplete', 'failed', 'escalated')),
    -- Why it is incomplete, or has failed.
    reason            text,
    citations         jsonb            not null,
    confidence        double precision not null,
    cache             text             not null,
    model             text,
    prompt_tokens     int              not null,
    completion_tokens int              not null,
    cost_micros       bigint           not null,
    currency          text             not null,
    first_word_ms     int,
    total_ms          int              not null,
    steps             jsonb            not null,
    -- The title of the document that it cites first.
    topic             text,
    created_at        timestamptz      not null,
    primary key (tenant_id, id)
);

-- What a customer thinks of an answer; the last word counts.
create table feedback (
    tenant_id uuid        not null,
    answer_id uuid        not null,
    customer  text        not null,
    rating    text        not null check (rating in ('up', 'down')),
    reason    text,
    comment   text,
    given_at  timestamptz not null,
    primary key (tenant_id, answer_id, customer)
);

-- Figures of whole hours (UTC), raised in the transaction that writes the answers.
create table hourly (
    tenant_id         uuid        not null,
    hour              timestamptz not null,
    questions         bigint      not null,
    refused           bigint      not null,
    incomplete        bigint      not null,
    failed            bigint      not null,
    escalated         bigint      not null,
    hits              bigint      not null,
    semantic          bigint      not null,
    coalesced         bigint      not null,
    primary key (tenant_id, hour)
);
create table hourly_topic (
    tenant_id uuid        not null,
    hour      timestamptz not null,
    topic     text        not null,
    questions bigint      not null,
    primary key (tenant_id, hour, topic)
);
create table hourly_customer (
    tenant_id uuid        not null,
    hour      timestamptz not null,
    customer  text        not null,
    primary key (tenant_id, hour, customer)
);
-- Bucket b counts what took from 2^(b/8) to 2^((b+1)/8) milliseconds: figures that can be added, at most 5 % off.
create table hourly_latency (
    tenant_id uuid        not null,
    hour      timestamptz not null,
    measure   text        not null check (measure in ('first_word', 'total')),
    bucket    smallint    not null,
    answers   bigint      not null,
    primary key (tenant_id, hour, measure, bucket)
);

-- Questions that mean the same. Only vectors of one model can be compared.
create table question_group (
    tenant_id uuid   not null,
    id        uuid   not null,
    model     text   not null,
    embedding vector not null,
    primary key (tenant_id, id)
);

-- A question that the documents did not answer well; its text stands in its answer.
create table unanswered (
    tenant_id uuid        not null,
    answer_id uuid        not null,
    reason    text        not null check (reason in ('refused', 'low_confidence', 'disliked')),
    asked_at  timestamptz not null,
    -- Absent until somebody has compared it with the others.
    group_id  uuid,
    -- When somebody may begin with that: while a replica is about it, that is when it has had its time.
    due_at    timestamptz not null default now(),
    primary key (tenant_id, answer_id)
);
create index unanswered_group on unanswered (tenant_id, group_id, asked_at);
create index unanswered_due on unanswered (due_at) where group_id is null;

do $$
declare
    kept name;
begin
    foreach kept in array array [
        'answer', 'feedback', 'hourly', 'hourly_topic', 'hourly_customer', 'hourly_latency', 'question_group', 'unanswered'
    ] loop
        execute format('alter table %I enable row level security', kept);
        execute format(
            'create policy tenant on %I to ${service_role}
                using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)
                with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', kept);
        execute format('grant select, insert, update, delete on %I to ${service_role}', kept);
    end loop;
end $$;

-- The system role hands out which questions are to be compared; what they are is none of its business.
create policy due on unanswered to ${system_role} using (group_id is null);
grant select (tenant_id, answer_id, group_id, due_at), update (due_at) on unanswered to ${system_role};
