/** Tells the platform of decisions that a re-triage changed: an outbox beside the revisions, and a courier that empties it. */
package cn.jianwang.notification;
