package cn.jianwang.rulebook;

import cn.jianwang.event.AppealPurpose;
import cn.jianwang.event.Channel;
import java.util.Set;
import java.util.TreeSet;

/**
 * Facts that the fields of an event and the shape of its text say by themselves, without any row that recognises them. The names
 * are fact names. 篇末提及 belongs to a lead rather than to the event: a tier row that asks for it moves only those leads that
 * are themselves told late.
 */
public enum FieldFact {
    多次催办, 重复反映, 有具体主体, 有具体地点, 已有处置, 处置不满意, 多次处置未果, 篇末提及;

    /** The fact that an event came through a channel. */
    public static String of(Channel channel) {
        return "渠道" + channel.title();
    }

    /** The fact that the platform recorded a purpose. */
    public static String of(AppealPurpose purpose) {
        return "诉求目的" + purpose.name();
    }

    /** The names of all facts that fields can say. */
    public static Set<String> all() {
        Set<String> names = new TreeSet<>();
        for (FieldFact fact : values()) {
            names.add(fact.name());
        }
        for (Channel channel : Channel.values()) {
            names.add(of(channel));
        }
        for (AppealPurpose purpose : AppealPurpose.values()) {
            names.add(of(purpose));
        }
        return names;
    }
}
