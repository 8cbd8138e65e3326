package cn.jianwang.retriage;

import cn.jianwang.rulebook.Tier;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Which events of the history are judged again: those that meet every condition given. Nothing given means all. The
 * conditions on decisions look at an event's latest one. Lists are never null; empty means no condition.
 *
 * @param from      reported at this time or later; nullable. An event without a report time counts by its time of
 *                  occurrence, or else of arrival
 * @param to        reported before this time; nullable
 * @param sources   reporting platforms
 * @param regions   region codes; each stands for everything inside it. An event without a code counts by the
 *                  procuratorate that its latest decision names
 * @param tiers     tiers
 * @param domains   domain codes, of any lead
 * @param leadTypes lead type codes, of any lead
 * @param releases  versions of the releases that decided
 * @param keys      event keys
 */
public record Selection(OffsetDateTime from, OffsetDateTime to, List<String> sources, List<String> regions, List<Tier> tiers,
                        List<String> domains, List<String> leadTypes, List<String> releases, List<String> keys) {

    /** Said to whoever selects by clusters of events, of which there are none; a list of keys does the same. */
    public static final String NO_CLUSTERS = "检网还没有把事件归成簇，不能按簇挑选";

    public Selection {
        sources = sources == null ? List.of() : List.copyOf(sources);
        regions = regions == null ? List.of() : List.copyOf(regions);
        tiers = tiers == null ? List.of() : List.copyOf(tiers);
        domains = domains == null ? List.of() : List.copyOf(domains);
        leadTypes = leadTypes == null ? List.of() : List.copyOf(leadTypes);
        releases = releases == null ? List.of() : List.copyOf(releases);
        keys = keys == null ? List.of() : List.copyOf(keys);
    }

    /** Everything. */
    public static Selection all() {
        return new Selection(null, null, null, null, null, null, null, null, null);
    }

    /** The same without the keys, which are kept in a table of their own. */
    Selection withoutKeys() {
        return new Selection(from, to, sources, regions, tiers, domains, leadTypes, releases, List.of());
    }
}
