-- 事件、判定、接口密钥。H2 与 PostgreSQL 共用，只用两者都认的写法。

create table event (
    event_key      varchar(301)             not null primary key,
    content_hash   char(64)                 not null,
    event_json     text                     not null,
    first_received timestamp with time zone not null,
    last_received  timestamp with time zone not null
);

create table decision (
    id              varchar(100)             not null primary key,
    event_key       varchar(301)             not null references event (event_key),
    revision        integer                  not null,
    tier            char(1)                  not null,
    urgency         varchar(8)               not null,
    release_version varchar(100)             not null,
    release_sha256  char(64)                 not null,
    decided_at      timestamp with time zone not null,
    decision_json   text                     not null,
    constraint decision_revision unique (event_key, revision)
);

create table api_key (
    id         varchar(20)              not null primary key,
    name       varchar(100)             not null,
    key_hash   char(64)                 not null unique,
    internal   boolean                  not null,
    created_at timestamp with time zone not null,
    revoked_at timestamp with time zone
);
