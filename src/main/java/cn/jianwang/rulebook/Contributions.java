package cn.jianwang.rulebook;

import cn.jianwang.rulebook.Rulebook.LeadType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a row adds to a decision when it holds, in tables where the strongest of several rows wins and rows of equal
 * strength add nothing to each other.
 */
final class Contributions {

    private final Map<LeadType, List<Tier>> found;

    /** @param about what is decided; @param strength of several rows about the same, the strongest wins */
    record Contribution(String about, int strength) {
    }

    /** @param found lead types that rows find, with the tiers that rows give them */
    Contributions(Map<LeadType, List<Tier>> found) {
        this.found = found;
    }

    /** Empty where the row adds nothing, or its table works otherwise. */
    List<Contribution> of(Effect effect) {
        List<Contribution> list = new ArrayList<>();
        if (effect instanceof Effect.Derive derive) {
            list.add(new Contribution("推出 " + derive.fact(), 0));
        } else if (effect instanceof Effect.Exclude exclude) {
            exclude.facts().forEach(fact -> list.add(new Contribution("划去 " + fact, 0)));
            types(exclude.leads()).forEach(type -> list.add(new Contribution("挡住 " + type, 0)));
        } else if (effect instanceof Effect.Lead lead) {
            list.add(new Contribution(lead.leadType() + " 档位", lead.base().ordinal()));
            lead.legalBasis().forEach(basis -> list.add(new Contribution(lead.leadType() + " 依据 " + basis, 0)));
            lead.agencies().forEach(agency -> list.add(new Contribution(lead.leadType() + " 机关 " + agency, 0)));
            lead.supplements().forEach(item -> list.add(new Contribution(lead.leadType() + " 要素 " + item, 0)));
        } else if (effect instanceof Effect.Urge urge) {
            for (String type : types(urge.leads())) {
                urge.tiers().forEach(tier -> list.add(new Contribution(type + " " + tier, urge.level().ordinal())));
            }
        } else if (effect instanceof Effect.Tag tag) {
            types(tag.leads()).forEach(type -> list.add(new Contribution(type + " 标签 " + tag.label(), 0)));
        }
        return list;
    }

    private List<String> types(Scope scope) {
        return found.keySet().stream().filter(type -> scope.covers(type.code(), type.domain())).map(LeadType::code).toList();
    }
}
