package cn.jianwang.measure;

import cn.jianwang.decision.Decision;
import cn.jianwang.rulebook.Tier;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The figures of a set of labelled texts.
 *
 * @param rows        number of texts
 * @param push        A and B against the rest
 * @param watch       A, B and C against D
 * @param direct      A against the rest
 * @param exact       share of texts with the very tier
 * @param kappa       agreement on the tier beyond chance, weighted by the squared distance (Cohen 1968)
 * @param lost        of the texts that are A, how many in a hundred were called D
 * @param pushedAway  of the texts that are D, how many in a hundred were pushed
 * @param mainDomain  share of texts pushed by both whose main domain is among the wanted ones
 * @param bothPush    number of texts pushed by both that have a domain
 * @param domains     per domain, over A, B and C; the domains are the main ones of the labels
 * @param confusion   wanted tier to given tier to number
 */
public record TextFigures(int rows, Agreement push, Agreement watch, Agreement direct, double exact, double kappa, double lost,
                          double pushedAway, double mainDomain, int bothPush, Map<String, Agreement> domains,
                          Map<Tier, Map<Tier, Integer>> confusion) {

    private static final int TIERS = Tier.values().length;
    private static final Set<Tier> WATCHED = EnumSet.of(Tier.A, Tier.B, Tier.C);

    /** Counts; of nothing all shares are 0. */
    public static TextFigures of(Collection<Judged<LabelledText>> judged) {
        Map<Tier, Map<Tier, Integer>> confusion = new EnumMap<>(Tier.class);
        for (Tier wanted : Tier.values()) {
            confusion.put(wanted, new EnumMap<>(Tier.class));
            for (Tier given : Tier.values()) {
                confusion.get(wanted).put(given, Agreement.count(judged, j -> j.label().tier() == wanted && j.decision().tier() == given));
            }
        }
        List<Judged<LabelledText>> both = judged.stream()
                .filter(j -> j.wantedPush() && j.pushed() && !j.label().domains().isEmpty()).toList();
        return new TextFigures(judged.size(), over(judged, EnumSet.of(Tier.A, Tier.B)), over(judged, WATCHED),
                over(judged, EnumSet.of(Tier.A)),
                Agreement.share(Agreement.count(judged, j -> j.label().tier() == j.decision().tier()), judged.size()), kappa(confusion),
                100 * Agreement.share(confusion.get(Tier.A).get(Tier.D), total(confusion.get(Tier.A))),
                100 * Agreement.share(Agreement.count(judged, j -> j.label().tier() == Tier.D && j.pushed()), total(confusion.get(Tier.D))),
                Agreement.share(Agreement.count(both, j -> j.label().domains().contains(main(j.decision()))), both.size()), both.size(),
                domains(judged), confusion);
    }

    /** Mean F1 of the domains, each counting alike. */
    public double domainMacroF1() {
        return domains.values().stream().mapToDouble(Agreement::f1).average().orElse(0);
    }

    private static String main(Decision decision) {
        return decision.domains().isEmpty() ? "-" : decision.domains().get(0);
    }

    private static Agreement over(Collection<Judged<LabelledText>> judged, Set<Tier> positive) {
        return Agreement.between(judged, j -> positive.contains(j.label().tier()), j -> positive.contains(j.decision().tier()));
    }

    private static Map<String, Agreement> domains(Collection<Judged<LabelledText>> judged) {
        Set<String> codes = new TreeSet<>();
        judged.stream().map(Judged::label).filter(l -> WATCHED.contains(l.tier()) && !l.domains().isEmpty())
                .forEach(l -> codes.add(l.domains().get(0)));
        codes.remove("-");
        Map<String, Agreement> domains = new TreeMap<>();
        for (String code : codes) {
            domains.put(code, Agreement.between(judged, j -> WATCHED.contains(j.label().tier()) && j.label().domains().contains(code),
                    j -> WATCHED.contains(j.decision().tier()) && j.decision().domains().contains(code)));
        }
        return domains;
    }

    private static int total(Map<Tier, Integer> row) {
        return row.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static double kappa(Map<Tier, Map<Tier, Integer>> confusion) {
        double[] wanted = new double[TIERS];
        double[] given = new double[TIERS];
        double all = 0;
        for (Tier w : Tier.values()) {
            for (Tier g : Tier.values()) {
                int n = confusion.get(w).get(g);
                wanted[w.ordinal()] += n;
                given[g.ordinal()] += n;
                all += n;
            }
        }
        double observed = 0;
        double expected = 0;
        for (Tier w : Tier.values()) {
            for (Tier g : Tier.values()) {
                double weight = Math.pow((double) (w.ordinal() - g.ordinal()) / (TIERS - 1), 2);
                observed += weight * confusion.get(w).get(g);
                expected += weight * Agreement.share(wanted[w.ordinal()] * given[g.ordinal()], all);
            }
        }
        return expected == 0 ? 1 : 1 - observed / expected;
    }
}
