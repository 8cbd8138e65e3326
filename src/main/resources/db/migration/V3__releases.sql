-- 规则版本的审计记录（只增不改，逐条以摘要相连）、试行行的影子结果、能管理版本的密钥。H2 与 PostgreSQL 共用。

alter table api_key add column admin boolean default false not null;

create table release_audit (
    seq     bigint                   not null primary key,
    id      varchar(36)              not null unique,
    done_at timestamp with time zone not null,
    action  varchar(20)              not null,
    actor   varchar(200)             not null,
    version varchar(100)             not null,
    outcome varchar(20)              not null,
    detail  text                     not null,
    hash    char(64)                 not null
);

create table release_audit_head (
    id   integer  not null primary key,
    seq  bigint   not null,
    hash char(64) not null
);

insert into release_audit_head (id, seq, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

create table shadow_hit (
    decision_id     varchar(100)             not null references decision (id),
    row_id          varchar(200)             not null,
    changes         varchar(4000)            not null,
    joint           boolean                  not null,
    release_version varchar(100)             not null,
    decided_at      timestamp with time zone not null,
    constraint shadow_hit_key primary key (decision_id, row_id)
);

create index shadow_hit_decided on shadow_hit (decided_at, row_id);
