package cn.jianwang.event;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** 「是不是想写……？」: the allowed value nearest to a mistyped one. */
final class Suggestion {

    private Suggestion() {
    }

    /** Empty when nothing is near: one of the two has to begin the other, or at most a third of the letters differ. */
    static Optional<String> nearest(String wrong, Collection<String> allowed) {
        String typed = wrong.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        if (typed.isEmpty() || typed.length() > 64) {
            return Optional.empty();
        }
        Optional<String> begun = allowed.stream()
                .filter(candidate -> candidate.startsWith(typed) || typed.startsWith(candidate)).findFirst();
        return begun.or(() -> allowed.stream()
                .filter(candidate -> distance(typed, candidate) <= Math.max(typed.length(), candidate.length()) / 3)
                .min(Comparator.comparingInt(candidate -> distance(typed, candidate))));
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
