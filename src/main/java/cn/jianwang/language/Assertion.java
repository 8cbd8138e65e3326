package cn.jianwang.language;

import cn.jianwang.language.TextReader.RawHit;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides for every hit whether it is affirmed and said to have happened, from the cue words around it, in the manner
 * of NegEx and ConText: a cue opens a scope, and the scope ends with the clause or sentence, or at a turn (但、却).
 *
 * <p>A cue that lies inside a longer word of the lexicon is part of that word (未经批准 is a violation, not a denial).
 */
final class Assertion {

    /** How far a plain negation reaches, in characters. */
    private static final int NEGATION_REACH = 3;
    /** No word of the lexicon with its gaps reaches further. */
    private static final int LONGEST_WORD = 60;
    private static final Cue[] CUES = Cue.values();

    Assertion(Dictionary dictionary) {
        if (dictionary.concept(Cue.否定词.name()) != Cue.否定词.ordinal()) {
            throw new IllegalStateException("语境词的编号与词表不一致");
        }
    }

    List<Hit> judge(Layout layout, List<RawHit> raw) {
        List<RawHit> all = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            if (raw.get(i).concept() < CUES.length && !isPartOfLongerWord(i, raw)) {
                all.add(raw.get(i));
            }
        }
        List<Hit> judged = new ArrayList<>(raw.size());
        int current = -1;
        List<RawHit> cues = List.of();
        for (RawHit hit : raw) {
            int clause = layout.clauseAt(hit.start());
            int sentence = layout.sentenceAt(hit.start());
            if (sentence != current) {
                cues = within(all, layout.sentenceStart(sentence), layout.sentenceEnd(sentence));
                current = sentence;
            }
            Polarity polarity = Polarity.肯定;
            Modality modality = Modality.已然;
            if (hit.concept() >= CUES.length) {
                polarity = isNegated(layout, hit, clause, cues) ? Polarity.否定 : Polarity.肯定;
                modality = modality(layout, hit, clause, sentence, cues);
            }
            judged.add(new Hit(hit.concept(), hit.start(), hit.end(), clause, sentence, layout.segmentAt(hit.start()),
                    polarity, modality));
        }
        return judged;
    }

    private static List<RawHit> within(List<RawHit> cues, int from, int to) {
        int first = 0;
        while (first < cues.size() && cues.get(first).start() < from) {
            first++;
        }
        int last = first;
        while (last < cues.size() && cues.get(last).start() < to) {
            last++;
        }
        return cues.subList(first, last);
    }

    private static boolean isPartOfLongerWord(int index, List<RawHit> raw) {
        RawHit cue = raw.get(index);
        boolean negates = is(cue, Cue.否定词) || is(cue, Cue.未见词);
        for (int i = index - 1; i >= 0 && raw.get(i).start() >= cue.start() - LONGEST_WORD; i--) {
            if (covers(raw.get(i), cue, negates)) {
                return true;
            }
        }
        for (int i = index + 1; i < raw.size() && raw.get(i).start() == cue.start(); i++) {
            if (covers(raw.get(i), cue, negates)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(RawHit other, RawHit cue, boolean negates) {
        boolean longer = other.end() - other.start() > cue.end() - cue.start();
        return longer && other.start() <= cue.start() && cue.end() <= other.end()
               && (negates || other.concept() < CUES.length);
    }

    private static boolean isNegated(Layout layout, RawHit hit, int clause, List<RawHit> cues) {
        int clauseStart = layout.clauseStart(clause);
        boolean negated = false;
        for (RawHit cue : cues) {
            if (cue.start() >= hit.start()) {
                break;
            }
            if (cue.start() < clauseStart || cue.end() > hit.start() || turnsBetween(cues, cue.end(), hit.start())) {
                continue;
            }
            if (is(cue, Cue.未见词) || is(cue, Cue.否定词) && hit.start() - cue.end() <= NEGATION_REACH) {
                negated = !negated || is(cue, Cue.未见词);
            }
        }
        return negated;
    }

    private static Modality modality(Layout layout, RawHit hit, int clause, int sentence, List<RawHit> cues) {
        int clauseStart = layout.clauseStart(clause);
        int clauseEnd = layout.clauseEnd(clause);
        int sentenceStart = layout.sentenceStart(sentence);
        int sentenceEnd = layout.sentenceEnd(sentence);
        Modality modality = Modality.已然;
        boolean asked = false;
        boolean rhetorical = false;
        for (RawHit cue : cues) {
            if (cue.start() >= sentenceEnd) {
                break;
            }
            if (cue.start() < sentenceStart) {
                continue;
            }
            boolean before = cue.end() <= hit.start() && !turnsBetween(cues, cue.end(), hit.start());
            boolean inClause = cue.start() >= clauseStart && cue.start() < clauseEnd;
            switch (CUES[cue.concept()]) {
                case 设想词 -> modality = before ? Modality.设想 : modality;
                case 担忧词 -> modality = before && inClause ? Modality.设想 : modality;
                case 建议词 -> modality = before && inClause && modality == Modality.已然 ? Modality.建议 : modality;
                case 传闻词 -> modality = before && modality == Modality.已然 ? Modality.传闻 : modality;
                case 宣讲词 -> modality = modality.isReal() && !foundBetween(cues, cue.end(), hit.start())
                        ? Modality.宣讲 : modality;
                case 询问词 -> asked |= inClause;
                case 反问词 -> rhetorical = true;
                default -> { }
            }
        }
        return asked && !rhetorical && modality.isReal() ? Modality.询问 : modality;
    }

    private static boolean turnsBetween(List<RawHit> cues, int from, int to) {
        return anyBetween(cues, Cue.转折词, from, to);
    }

    private static boolean foundBetween(List<RawHit> cues, int from, int to) {
        return anyBetween(cues, Cue.发现词, from, to) || anyBetween(cues, Cue.转折词, from, to);
    }

    private static boolean anyBetween(List<RawHit> cues, Cue kind, int from, int to) {
        for (RawHit cue : cues) {
            if (cue.start() >= to) {
                return false;
            }
            if (cue.start() >= from && is(cue, kind)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(RawHit hit, Cue cue) {
        return hit.concept() == cue.ordinal();
    }
}
