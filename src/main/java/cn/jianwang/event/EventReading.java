package cn.jianwang.event;

import java.util.List;

/**
 * What reading one input gave: an event, or everything that is wrong with the input.
 *
 * @param event    the masked event; null if and only if there are problems
 * @param problems all problems found, in the order of the fields; empty for a good event
 */
public record EventReading(GridEvent event, List<EventProblem> problems) {

    public EventReading {
        problems = List.copyOf(problems);
        if ((event == null) == problems.isEmpty()) {
            throw new IllegalArgumentException("either an event or problems");
        }
    }

    public boolean ok() {
        return event != null;
    }
}
