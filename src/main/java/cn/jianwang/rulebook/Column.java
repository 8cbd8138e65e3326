package cn.jianwang.rulebook;

import java.util.List;

/**
 * One column of a rule table: the single source of header, checks, help and messages.
 *
 * @param title    header text
 * @param kind     how a cell is read and checked
 * @param required whether a cell may be blank
 * @param options  allowed values for {@link Kind#CHOICE} and {@link Kind#CHOICES}, else empty
 * @param help     one sentence for the editor
 */
public record Column(String title, Kind kind, boolean required, List<String> options, String help) {

    public enum Kind {
        /** Free text. */
        TEXT,
        /** The row's own id: letters, digits, hyphens, unique over all tables. */
        ID,
        /** One of the options. */
        CHOICE,
        /** Several of the options, separated by ；. */
        CHOICES,
        /** Fact names. */
        FACTS,
        /** One fact name. */
        FACT,
        /** Concept names of the lexicon. */
        CONCEPTS,
        /** Lead scopes: *, domain codes or lead type codes. */
        LEADS,
        /** One lead type code. */
        LEAD,
        /** Legal basis ids. */
        BASIS,
        /** A list of free words. */
        WORDS,
        /** A list of phrases, in which 、 belongs to the phrase. */
        PHRASES,
        /** A calendar date. */
        DATE,
        /** A number. */
        NUMBER,
        /** An administrative code of digits. */
        CODE,
        /** Example texts, separated by ｜. */
        EXAMPLES
    }

    static Column text(String title, String help) {
        return new Column(title, Kind.TEXT, false, List.of(), help);
    }

    static Column of(String title, Kind kind, String help) {
        return new Column(title, kind, false, List.of(), help);
    }

    static Column choice(String title, List<String> options, String help) {
        return new Column(title, Kind.CHOICE, true, options, help);
    }

    Column need() {
        return new Column(title, kind, true, options, help);
    }
}
