package cn.jianwang.measure;

import cn.jianwang.event.GridEvent;
import cn.jianwang.rulebook.Tier;
import java.util.List;
import java.util.Map;

/** An event with what a person says of it. */
public sealed interface Labelled permits LabelledText, LabelledEvent {

    /** Unique in its file, and the event's id in what is decided. */
    String id();

    /** The tier it should get. */
    Tier tier();

    /** The domains it belongs to, main first; empty where none is named. */
    List<String> domains();

    /** Why, in the words of whoever labelled it; empty where nothing is said. */
    String why();

    /** The event as JSON properties, as a platform would send it. */
    Map<String, Object> properties();

    /** The event as the service reads it. */
    default GridEvent event() {
        return LabelFile.event(properties());
    }
}
