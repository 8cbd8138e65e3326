-- 历史重判：一次重判一行，分段一行，变化一行。H2 与 PostgreSQL 共用，只用两者都认的写法。

-- 供挑选历史事件。时间取上报时间，没有则取发生时间，再没有则取收到时间；区划取最细的一级。
alter table event add column source_system varchar(100);
alter table event add column region varchar(12);
alter table event add column event_time timestamp with time zone;
create index event_by_time on event (event_time);

-- 哪次重判作出的修订；空为实时判定。
alter table decision add column run_id varchar(20);

create table retriage_run (
    id              varchar(20)              not null primary key,
    status          varchar(10)              not null,
    attended        boolean                  not null,
    apply           boolean                  not null,
    reason          varchar(500)             not null,
    started_by      varchar(100)             not null,
    release_version varchar(100)             not null,
    release_sha256  char(64)                 not null,
    rules_pin       char(64)                 not null,
    selection_json  text                     not null,
    seed            varchar(100)             not null,
    created_at      timestamp with time zone not null,
    resumed_at      timestamp with time zone not null,
    resumed_from    bigint                   not null,
    finished_at     timestamp with time zone,
    problem         varchar(2000)
);

-- 全程固定的规则：没有规则文件夹、换了机器，也能照原样接着判。推理程序（mechanics）不入库，只从磁盘读取。
create table retriage_rules (
    pin     char(64)     not null,
    path    varchar(300) not null,
    content text         not null,
    primary key (pin, path)
);

create table retriage_key (
    run_id    varchar(20)  not null references retriage_run (id),
    event_key varchar(301) not null,
    primary key (run_id, event_key)
);

create table retriage_part (
    run_id      varchar(20)  not null references retriage_run (id),
    part        integer      not null,
    to_key      varchar(301) not null,
    last_key    varchar(301) not null,
    total       bigint       not null,
    handled     bigint       not null,
    changed     bigint       not null,
    failed      bigint       not null,
    finished    boolean      not null,
    lease_owner varchar(40),
    lease_until timestamp with time zone,
    tally_json  text         not null,
    primary key (run_id, part)
);

create table retriage_change (
    run_id       varchar(20)  not null references retriage_run (id),
    event_key    varchar(301) not null,
    old_revision integer      not null,
    new_revision integer,
    depth        varchar(8)   not null,
    old_tier     char(1)      not null,
    new_tier     char(1)      not null,
    pick         char(16)     not null,
    new_json     text,
    primary key (run_id, event_key)
);
create index retriage_change_pick on retriage_change (run_id, old_tier, new_tier, pick);

create table retriage_failure (
    run_id    varchar(20)  not null references retriage_run (id),
    event_key varchar(301) not null,
    incident  varchar(20)  not null,
    primary key (run_id, event_key)
);

-- 谁在何时做了什么；只增不改。
create table retriage_log (
    run_id varchar(20)              not null references retriage_run (id),
    number integer                  not null,
    at     timestamp with time zone not null,
    actor  varchar(100)             not null,
    action varchar(20)              not null,
    detail varchar(2000)            not null,
    primary key (run_id, number)
);
