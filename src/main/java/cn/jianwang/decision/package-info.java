/**
 * From event to decision: facts, tiers, leads, routing, explanation. Knows neither Spring nor Drools nor HanLP.
 *
 * <p>{@link cn.jianwang.decision.TriageDesk} is the deciding core; {@link cn.jianwang.decision.CaseFile} is what it knows
 * of one event before the rules are asked.
 */
package cn.jianwang.decision;
