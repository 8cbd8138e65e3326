package cn.jianwang.rulebook;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** 「是不是想写……」: the nearest word of a vocabulary. */
final class Spelling {

    private Spelling() {
    }

    static Optional<String> nearest(String word, Collection<String> vocabulary) {
        int most = Math.max(1, word.length() / 3 + (word.length() > 4 ? 1 : 0));
        return vocabulary.stream().filter(known -> Math.abs(known.length() - word.length()) <= most)
                .map(known -> new Candidate(known, distance(word, known))).filter(c -> c.distance <= most)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word)).map(Candidate::word);
    }

    static String suggestion(String word, Collection<String> vocabulary) {
        return nearest(word, vocabulary).map(known -> "，是不是想写「" + known + "」？").orElse("");
    }

    private record Candidate(String word, int distance) {
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
