/** What is kept: every event once, every decision revision, and the API keys; on H2 or PostgreSQL alike. */
package cn.jianwang.store;
