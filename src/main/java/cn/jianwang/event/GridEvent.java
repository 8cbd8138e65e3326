package cn.jianwang.event;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * One event as a governance platform reported it, after personal data were masked.
 *
 * <p>The component names are the JSON names of the contract. Every reference is nullable unless said otherwise; lists
 * and maps are never null and cannot be changed.
 *
 * @param sourceSystem  the reporting platform, required and non-blank
 * @param sourceEventId the platform's own number of the event, required and non-blank
 * @param title         free text; title or content is non-blank
 * @param content       free text of at most 20,000 UTF-16 units
 * @param channel       how the event reached the platform; {@link Channel#OTHER} when absent
 * @param occurTime     when it happened
 * @param reportTime    when it was reported
 * @param lon           longitude in degrees as given; see {@code quality} of the decision for swapped pairs
 * @param lat           latitude in degrees as given
 * @param category      the platform's own categories, coarse to fine
 * @param personCount   number of people involved
 * @param amount        money involved, in yuan
 * @param handling      what agencies did so far, oldest first as given
 * @param urgeCount     number of reminders (催办), 0 when absent
 * @param duplicateOf   event key of the lead report
 * @param extras        unknown input properties, kept as they came
 */
public record GridEvent(
        String sourceSystem,
        String sourceEventId,
        String title,
        String content,
        Channel channel,
        OffsetDateTime occurTime,
        OffsetDateTime reportTime,
        String occurAddress,
        Double lon,
        Double lat,
        RegionCode region,
        List<String> category,
        AppealPurpose appealPurpose,
        Integer personCount,
        BigDecimal amount,
        Respondent respondent,
        List<Handling> handling,
        int urgeCount,
        String duplicateOf,
        List<Attachment> attachments,
        Reporter reporter,
        Map<String, Object> extras) {

    public GridEvent {
        channel = channel == null ? Channel.OTHER : channel;
        category = category == null ? List.of() : List.copyOf(category);
        handling = handling == null ? List.of() : List.copyOf(handling);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        extras = extras == null ? Map.of() : java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(extras));
    }

    /** The identity of an event across repeated deliveries: {@code sourceSystem:sourceEventId}. */
    public String key() {
        return sourceSystem + ":" + sourceEventId;
    }

    /** The text that all offsets of a decision point into: {@code title + "\n" + content}, or the content alone. */
    public String text() {
        String body = content == null ? "" : content;
        return title == null || title.isBlank() ? body : title + "\n" + body;
    }

    /** Statistical region codes as strings of 6 to 12 digits; each part nullable. */
    public record RegionCode(String county, String town, String village, String gridCode, String gridName) {
    }

    /** Who is complained about; each part nullable. */
    public record Respondent(String person, String unit, String creditCode) {
    }

    /** One handling step; {@code satisfied} is null where nobody asked. */
    public record Handling(String org, OffsetDateTime time, String result, Boolean satisfied) {
    }

    /** A file that the platform holds; never fetched. */
    public record Attachment(String name, String sha256, String url) {
    }

    /** The reporter, masked on arrival. */
    public record Reporter(String name, String phone) {
    }
}
