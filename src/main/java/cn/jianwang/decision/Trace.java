package cn.jianwang.decision;

import cn.jianwang.engine.Findings;
import cn.jianwang.fact.Fact;
import cn.jianwang.language.Reading;
import cn.jianwang.rulebook.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a decision came about, for rule authors.
 *
 * @param facts    all facts of the text, asserted or not
 * @param segments names, with derived ones, that each segment was judged on
 * @param holding  rows of every table whose condition holds in some segment or on the whole event
 */
public record Trace(Reading reading, List<Fact> facts, Map<Integer, Set<String>> segments, List<Row> holding,
                    Findings findings, Decision decision) {
}
