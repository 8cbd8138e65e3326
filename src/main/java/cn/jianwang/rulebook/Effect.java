package cn.jianwang.rulebook;

import java.util.List;
import java.util.Set;

/** What a row does when its condition holds. */
public sealed interface Effect {

    /** 推导: another fact holds too. */
    record Derive(String fact) implements Effect {
    }

    /** 排除: strikes facts, and blocks leads within the scope, in the segment. */
    record Exclude(List<String> facts, Scope leads) implements Effect {
    }

    /** 线索: a lead of this type, with its tier when nothing else is known. */
    record Lead(String leadType, String domain, Tier base, List<String> legalBasis, List<String> agencies,
                List<String> supplements) implements Effect {
    }

    /** 档位: raises to at least, or caps at most, the tier of leads within the scope and with one of the base tiers. */
    record Move(Scope leads, Set<Tier> base, boolean cap, Tier tier) implements Effect {
    }

    /** 成案指数: points within a group. */
    record Score(String group, int points) implements Effect {
    }

    /** 紧急程度 for decisions within the scope and with one of the tiers. */
    record Urge(Urgency level, Scope leads, Set<Tier> tiers) implements Effect {
    }

    /** 移送去向. */
    record HandOff(String code) implements Effect {
    }

    /** 分流. */
    record Route(Scope leads, String department, List<String> cooperating, List<String> avoided) implements Effect {
    }

    /** 专项标签. */
    record Tag(String label, Scope leads) implements Effect {
    }
}
