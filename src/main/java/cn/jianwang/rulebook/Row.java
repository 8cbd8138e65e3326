package cn.jianwang.rulebook;

/**
 * One judging row, whatever its table.
 *
 * @param id        the same id in the file, the tests, the explanation and the metrics
 * @param name      the rule's name, or its note where the table has no name
 * @param order     position in the rulebook; first-hit tables go by it
 * @param condition over the facts of a segment, or of the whole event for {@link #judgesWholeEvent()}
 */
public record Row(String id, String name, Status status, int order, Condition condition, Effect effect) {

    /** Whether its holding is all that the engine says of it; the effect is weighed afterwards. */
    public boolean isJudged() {
        return !(effect instanceof Effect.Derive || effect instanceof Effect.Exclude || effect instanceof Effect.Lead);
    }

    /** Urgency, handoff, routing and tags look at the whole event; the other rows at one segment. */
    public boolean judgesWholeEvent() {
        return effect instanceof Effect.Urge || effect instanceof Effect.HandOff || effect instanceof Effect.Route
               || effect instanceof Effect.Tag;
    }

    /** The same row with status 正式. */
    Row promoted() {
        return new Row(id, name, Status.正式, order, condition, effect);
    }

    /** Rows are told apart by their id; hashing whole conditions would cost more than judging them. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
