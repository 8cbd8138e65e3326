package cn.jianwang.rulebook;

import cn.jianwang.rulebook.Rulebook.LeadType;
import cn.jianwang.rulebook.logic.Formula;
import cn.jianwang.rulebook.logic.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a row adds to a decision when it holds, in tables where the strongest of several rows wins and rows of equal
 * strength add nothing to each other.
 */
final class Contributions {

    private final Judging judging;
    private final Map<LeadType, List<Tier>> found;
    private final Set<String> derived;

    /**
     * One thing that is added.
     *
     * @param about    what is decided
     * @param strength of several rows about the same, the strongest wins
     * @param when     when it makes a difference that the row holds
     */
    record Contribution(String about, int strength, Formula when) {

        Contribution(String about, int strength) {
            this(about, strength, Formula.all());
        }
    }

    Contributions(Judging judging) {
        this.judging = judging;
        this.found = judging.found();
        this.derived = Stream.concat(judging.rows().stream(), judging.neverHolding().stream()).map(row -> row.row().effect())
                .filter(Effect.Derive.class::isInstance).map(effect -> ((Effect.Derive) effect).fact()).collect(Collectors.toSet());
    }

    /** Empty where the row adds nothing, or its table works otherwise. */
    List<Contribution> of(JudgedRow row) {
        return of(row.row().effect()).stream()
                .filter(contribution -> !Search.isNever(Formula.all(judging.holds(row), contribution.when()))).toList();
    }

    private List<Contribution> of(Effect effect) {
        List<Contribution> list = new ArrayList<>();
        if (effect instanceof Effect.Derive derive) {
            list.add(new Contribution("推出 " + derive.fact(), 0));
        } else if (effect instanceof Effect.Exclude exclude) {
            exclude.facts().stream().filter(fact -> !derived.contains(fact))
                    .forEach(fact -> list.add(new Contribution("划去 " + fact, 0, Formula.fact(fact))));
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
