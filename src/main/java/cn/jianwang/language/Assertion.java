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
    /** How far a list reaches that a negation opens, in characters. */
    private static final int LIST_REACH = 14;
    /** How many characters may stand between the last joint of a list and the word. */
    private static final int LIST_WORD = 2;
    private static final String LISTING = "和及或、与";
    private static final Cue[] CUES = Cue.values();

    Assertion(Dictionary dictionary) {
        if (dictionary.concept(Cue.否定词.name()) != Cue.否定词.ordinal()) {
            throw new IllegalStateException("语境词的编号与词表不一致");
        }
    }

    List<Hit> judge(String text, Layout layout, List<RawHit> raw) {
        Cues cues = new Cues(raw);
        List<Hit> judged = new ArrayList<>(raw.size());
        for (RawHit hit : raw) {
            int clause = layout.clauseAt(hit.start());
            int sentence = layout.sentenceAt(hit.start());
            Polarity polarity = Polarity.肯定;
            Modality modality = Modality.已然;
            if (hit.concept() >= CUES.length) {
                cues.startAt(layout.sentenceStart(sentence));
                polarity = isNegated(text, layout, hit, clause, cues) ? Polarity.否定 : Polarity.肯定;
                modality = modality(layout, hit, clause, sentence, cues);
            }
            judged.add(new Hit(hit.concept(), hit.start(), hit.end(), clause, sentence, layout.segmentAt(hit.start()),
                    polarity, modality));
        }
        return judged;
    }

    private static boolean isNegated(String text, Layout layout, RawHit hit, int clause, Cues cues) {
        int clauseStart = layout.clauseStart(clause);
        boolean negated = false;
        for (int i = cues.first; i < cues.all.size(); i++) {
            RawHit cue = cues.all.get(i);
            if (cue.start() >= hit.start()) {
                break;
            }
            boolean far = is(cue, Cue.未见词) || is(cue, Cue.否定词) && (hit.start() - cue.end() <= NEGATION_REACH
                    || hit.start() > cue.end() && isListed(text, cue.end(), hit.start()));
            if (far && cue.start() >= clauseStart && cue.end() <= hit.start()
                && !anyBetween(cues.turns, cue.end(), hit.start())) {
                negated = !negated || is(cue, Cue.未见词);
            }
        }
        return negated;
    }

    /** Whether a thing stands in the list that begins where a negation ends: 没有刻划和新裂缝. */
    private static boolean isListed(String text, int from, int to) {
        if (to - from > LIST_REACH) {
            return false;
        }
        for (int i = Math.max(from + 1, to - 1 - LIST_WORD); i < to; i++) {
            if (LISTING.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static Modality modality(Layout layout, RawHit hit, int clause, int sentence, Cues cues) {
        int clauseStart = layout.clauseStart(clause);
        int clauseEnd = layout.clauseEnd(clause);
        int sentenceEnd = layout.sentenceEnd(sentence);
        Modality modality = Modality.已然;
        boolean found = anyBetween(cues.findings, layout.sentenceStart(sentence), hit.start());
        boolean asked = false;
        boolean rhetorical = false;
        for (int i = cues.first; i < cues.all.size(); i++) {
            RawHit cue = cues.all.get(i);
            if (cue.start() >= sentenceEnd) {
                break;
            }
            boolean before = cue.end() <= hit.start() && !anyBetween(cues.turns, cue.end(), hit.start());
            boolean inClause = cue.start() >= clauseStart && cue.start() < clauseEnd;
            switch (CUES[cue.concept()]) {
                case 设想词 -> modality = before ? Modality.设想 : modality;
                case 担忧词 -> modality = before && inClause ? Modality.设想 : modality;
                case 建议词 -> modality = before && inClause && modality == Modality.已然 ? Modality.建议 : modality;
                case 传闻词 -> modality = before && modality == Modality.已然 ? Modality.传闻 : modality;
                case 宣讲词 -> modality = modality.isReal() && (before ? !anyBetween(cues.findings, cue.end(), hit.start())
                        : inClause && !found && cue.start() >= hit.start()) ? Modality.宣讲 : modality;
                case 询问词 -> asked |= inClause;
                case 反问词 -> rhetorical = true;
                default -> { }
            }
        }
        return asked && !rhetorical && modality.isReal() ? Modality.询问 : modality;
    }

    /** Whether one of the ascending positions lies in {@code from} (inclusive) to {@code to} (exclusive). */
    private static boolean anyBetween(int[] positions, int from, int to) {
        for (int position : positions) {
            if (position >= from) {
                return position < to;
            }
        }
        return false;
    }

    /** The cues of one text by start. Hits are judged in their order, so the cues of past sentences are left behind. */
    private static final class Cues {

        private final List<RawHit> all = new ArrayList<>();
        private final int[] turns;
        private final int[] findings;
        private int first;

        Cues(List<RawHit> raw) {
            int longest = 0;
            for (RawHit hit : raw) {
                longest = Math.max(longest, hit.end() - hit.start());
            }
            for (int i = 0; i < raw.size(); i++) {
                if (raw.get(i).concept() < CUES.length && !isPartOfLongerWord(raw, i, longest)) {
                    all.add(raw.get(i));
                }
            }
            turns = starts(Cue.转折词);
            findings = starts(Cue.发现词);
        }

        private int[] starts(Cue kind) {
            return all.stream().filter(cue -> is(cue, kind)).mapToInt(RawHit::start).toArray();
        }

        void startAt(int position) {
            while (first < all.size() && all.get(first).start() < position) {
                first++;
            }
        }

        private static boolean isPartOfLongerWord(List<RawHit> raw, int index, int longest) {
            RawHit cue = raw.get(index);
            boolean negates = is(cue, Cue.否定词) || is(cue, Cue.未见词);
            int i = index;
            while (i > 0 && raw.get(i - 1).start() >= cue.end() - longest) {
                i--;
            }
            for (; i < raw.size() && raw.get(i).start() <= cue.start(); i++) {
                RawHit other = raw.get(i);
                boolean longer = other.end() - other.start() > cue.end() - cue.start();
                if (longer && cue.end() <= other.end() && (negates || other.concept() < CUES.length)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean is(RawHit hit, Cue cue) {
        return hit.concept() == cue.ordinal();
    }
}
