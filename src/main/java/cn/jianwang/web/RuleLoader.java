package cn.jianwang.web;

import cn.jianwang.decision.Decider;
import java.nio.file.Path;
import java.util.function.Function;

/** Makes the rules in a folder decide. */
interface RuleLoader extends Function<Path, Decider> {
}
