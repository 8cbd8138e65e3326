package cn.jianwang.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private final EventReader reader = new EventReader();

    private EventReading with(String properties) {
        return reader.read("{\"sourceSystem\":\"QZ-141\",\"sourceEventId\":\"1\"," + properties + "}");
    }

    private EventProblem onlyProblem(EventReading reading) {
        assertThat(reading.problems()).hasSize(1);
        return reading.problems().get(0);
    }

    @Test
    void everyFieldOfTheContractIsRead() {
        EventReading reading = reader.read("""
                {"sourceSystem":"QZ-141","sourceEventId":"33/08","title":"排污","content":"出黑水","channel":"GRID_PATROL",
                 "occurTime":"2026-11-20T21:13:00+08:00","reportTime":"2026-11-20T22:00","occurAddress":"沈家坑",
                 "lon":118.9,"lat":28.9,"region":{"county":"330803","town":"330803101","village":"330803101201",
                 "gridCode":"33080310120101","gridName":"一网格"},"category":["问题隐患","环保生态"],"appealPurpose":"举报",
                 "personCount":3,"amount":1200.50,"respondent":{"person":"李四","unit":"某厂","creditCode":"91330803MA2DABCD1X"},
                 "handling":[{"org":"镇政府","time":"2026-11-21","result":"已到场","satisfied":false}],"urgeCount":2,
                 "duplicateOf":"QZ-141:1","attachments":[{"name":"a.jpg","sha256":"00","url":"http://x/a.jpg"}],
                 "reporter":{"name":"张三丰","phone":"13800138000"}}""");
        assertThat(reading.problems()).isEmpty();
        GridEvent event = reading.event();
        assertThat(event.key()).isEqualTo("QZ-141:33/08");
        assertThat(event.text()).isEqualTo("排污\n出黑水");
        assertThat(event.channel()).isEqualTo(Channel.GRID_PATROL);
        assertThat(event.occurTime()).isEqualTo(OffsetDateTime.parse("2026-11-20T21:13:00+08:00"));
        assertThat(event.reportTime()).isEqualTo(OffsetDateTime.parse("2026-11-20T22:00:00+08:00"));
        assertThat(event.region().gridName()).isEqualTo("一网格");
        assertThat(event.category()).containsExactly("问题隐患", "环保生态");
        assertThat(event.appealPurpose()).isEqualTo(AppealPurpose.举报);
        assertThat(event.amount()).isEqualTo(new BigDecimal("1200.50"));
        assertThat(event.handling()).containsExactly(new GridEvent.Handling("镇政府",
                OffsetDateTime.parse("2026-11-21T00:00:00+08:00"), "已到场", false));
        assertThat(event.respondent().creditCode()).isEqualTo("91330803MA2DABCD1X");
        assertThat(event.reporter()).isEqualTo(new GridEvent.Reporter("张**", "***********"));
        assertThat(event.extras()).isEmpty();
    }

    @Test
    void whatThePlatformAddsIsKeptWhereverItStands() {
        GridEvent event = with("""
                "content":"路灯不亮","level":2,"isRental":true,"region":{"county":"330803","city":"330800"},
                "handling":[{"org":"镇","person":"王五"}],"more":{"a":[1,null,{"b":"c"}]}""").event();
        assertThat(event.extras()).containsEntry("level", 2).containsEntry("isRental", true)
                .containsEntry("region.city", "330800").containsEntry("handling[0].person", "王五").containsKey("more");
    }

    @Test
    void aKeptEventReadAgainIsTheSameEvent() {
        GridEvent event = with("""
                "title":"张三丰反映","content":"电话13800138000","occurTime":"2026-01-02T03:04:05+08:00","lon":118.9,
                "level":2,"region":{"county":"330803","city":"330800"},"reporter":{"name":"张三丰","phone":"13800138000"}""").event();
        assertThat(reader.read(JsonCodec.write(event)).event()).isEqualTo(event);
    }

    @Test
    void allProblemsComeAtOnceWithFieldValueAndMend() {
        EventReading reading = reader.read("""
                {"sourceEventId":123,"channel":"GRID_PATROLL","appealPurpose":"投拆","occurTime":"昨天","lon":"118.9",
                 "region":{"county":330803,"town":"衢江"},"personCount":-1,"urgeCount":1.5,"handling":{},
                 "attachments":["x"],"respondent":"某厂"}""");
        assertThat(reading.problems()).extracting(EventProblem::field).containsExactlyInAnyOrder("sourceSystem",
                "sourceEventId", "content", "channel", "appealPurpose", "occurTime", "lon", "region.county", "region.town",
                "personCount", "urgeCount", "handling", "attachments[0]", "respondent");
        assertThat(reading.problems()).allSatisfy(problem -> {
            assertThat(problem.message()).matches("(?s).*\\p{IsHan}.*");
            assertThat(problem.mend()).matches("(?s).*\\p{IsHan}.*");
        });
    }

    @ParameterizedTest
    @CsvSource({"GRID_PATROLL,GRID_PATROL", "hotline12345,HOTLINE_12345", "网格巡查,GRID_PATROL", "petition,PETITION"})
    void anUnknownChannelIsMendedByTheNearestOneAndTheList(String wrong, String meant) {
        EventProblem problem = onlyProblem(with("\"content\":\"x\",\"channel\":\"" + wrong + "\""));
        assertThat(problem.field()).isEqualTo("channel");
        assertThat(problem.value()).isEqualTo(wrong);
        assertThat(problem.mend()).startsWith("是不是想写 " + meant + "？").contains("允许的值：GRID_PATROL、", "OTHER");
    }

    @Test
    void aChannelLikeNoOtherGetsTheListOnly() {
        assertThat(onlyProblem(with("\"content\":\"x\",\"channel\":\"传真\"")).mend()).startsWith("允许的值");
    }

    @Test
    void regionCodesAsNumbersAreRefused() {
        EventProblem problem = onlyProblem(with("\"content\":\"x\",\"region\":{\"county\":330803}"));
        assertThat(problem.message()).contains("应为字符串", "数字");
        assertThat(problem.value()).isEqualTo("330803");
    }

    @Test
    void exactlyTwentyThousandCharactersAndTenThousandEmojiFit() {
        assertThat(with("\"content\":\"" + "水".repeat(20_000) + "\"").ok()).isTrue();
        GridEvent emoji = with("\"content\":\"" + "😀".repeat(10_000) + "\"").event();
        assertThat(emoji.content()).hasSize(20_000).isEqualTo("😀".repeat(10_000));
        assertThat(with("\"content\":\"" + "\\ud83d\\ude00".repeat(10_000) + "\"").event()).isEqualTo(emoji);
    }

    @Test
    void oneCharacterMoreIsRefused() {
        EventProblem problem = onlyProblem(with("\"content\":\"" + "水".repeat(20_001) + "\""));
        assertThat(problem.message()).contains("20001", "20000");
        assertThat(problem.value()).hasSizeLessThan(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"content\":\"\"", "\"content\":\"　 \\n\",\"title\":\" \"", "\"title\":null", "\"level\":1"})
    void emptyTextIsRefused(String properties) {
        assertThat(onlyProblem(with(properties)).message()).contains("文本为空");
    }

    @Test
    void aBlankTitleCountsAsAbsent() {
        assertThat(with("\"title\":\"  \",\"content\":\"黑水\"").event().text()).isEqualTo("黑水");
    }

    @Test
    void halvesOfCharactersAndNulAreNamedWithTheirPosition() {
        EventReading reading = with("""
                "content":"一二\\ud83d三","title":"\\u0000","more":{"x":["\\udc00"]}""");
        assertThat(reading.problems()).extracting(EventProblem::field).containsExactlyInAnyOrder("content", "title", "more.x[0]");
        assertThat(reading.problems()).filteredOn(p -> p.field().equals("content")).singleElement()
                .satisfies(p -> assertThat(p.message()).contains("第 3 个字符", "\\ud83d"));
        assertThat(reading.problems()).filteredOn(p -> p.field().equals("title")).singleElement()
                .satisfies(p -> assertThat(p.message()).contains("第 1 个字符", "NUL"));
        assertThat(JsonCodec.write(reading.problems())).doesNotContain("\u0000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\":1,}", "[]", "\"x\"", "12", "null", "{\"a\":1}{\"b\":2}", "{\"a\":1,\"a\":2}", "", "  ",
            "{\"a\":\"一\n二\"}"})
    void whatIsNoJsonObjectIsRefusedWithoutEchoingIt(String json) {
        EventProblem problem = onlyProblem(reader.read(json));
        assertThat(problem.field()).isEmpty();
        assertThat(problem.value()).isNull();
    }

    @Test
    void deepNestingIsRefusedNotSuffered() {
        assertThat(onlyProblem(reader.read("{\"a\":" + "[".repeat(100_000))).message()).contains("嵌套过深");
    }

    @Test
    void monstrousNumbersAreRefusedNotSuffered() {
        EventReading reading = with("\"content\":\"x\",\"urgeCount\":1e999999999,\"amount\":1e999999999,\"lat\":-1e400");
        assertThat(reading.problems()).extracting(EventProblem::field).containsExactlyInAnyOrder("urgeCount", "amount", "lat");
    }

    @Test
    void onlyUtf8IsReadAndAByteOrderMarkIsForgiven() {
        String json = "{\"sourceSystem\":\"a\",\"sourceEventId\":\"1\",\"content\":\"黑水\"}";
        assertThat(onlyProblem(reader.read(json.getBytes(Charset.forName("GBK")))).message()).contains("UTF-8");
        assertThat(reader.read(("\uFEFF" + json).getBytes(StandardCharsets.UTF_8)).event().content()).isEqualTo("黑水");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20T21:13:00+08:00,2026-11-20T21:13:00+08:00", "2026-11-20T21:13,2026-11-20T21:13:00+08:00",
            "2026-11-20 21:13:05.5,2026-11-20T21:13:05.5+08:00", "2026-11-20T13:13:00Z,2026-11-20T13:13:00Z",
            "2026-11-20T21:13:00+0800,2026-11-20T21:13:00+08:00", "2026-11-20,2026-11-20T00:00:00+08:00"})
    void timesWithoutOffsetAreBeijingTime(String given, String meant) {
        assertThat(with("\"content\":\"x\",\"occurTime\":\"" + given + "\"").event().occurTime())
                .isEqualTo(OffsetDateTime.parse(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026/11/20", "2026-13-01", "0026-01-01", "1763644380000", "2026-11-20T25:00"})
    void whatIsNoTimeIsRefused(String given) {
        assertThat(onlyProblem(with("\"content\":\"x\",\"occurTime\":\"" + given + "\"")).field()).isEqualTo("occurTime");
    }

    @Test
    void aColonInThePlatformNameWouldMakeTwoEventsOne() {
        EventReading reading = reader.read("{\"sourceSystem\":\"a:b\",\"sourceEventId\":\"c\",\"content\":\"x\"}");
        assertThat(onlyProblem(reading).field()).isEqualTo("sourceSystem");
    }

    @Test
    void problemsShowNoPersonalData() {
        EventReading reading = with("\"content\":\"x\",\"channel\":\"电话13800138000\",\"reporter\":{\"name\":[\"张三\"],\"phone\":13800138000}");
        assertThat(JsonCodec.write(reading.problems())).doesNotContain("张三", "13800138000");
        assertThat(reading.problems()).hasSize(3);
    }

    @Test
    void theReporterIsMaskedInEveryTextAndInExtras() {
        GridEvent event = with("""
                "title":"张三丰来电","content":"张三丰(0570-3021234)称","occurAddress":"张三丰家旁","caller":"张三丰","tel":13900139000,
                "handling":[{"org":"镇","result":"已回复张三丰"}],"reporter":{"name":"张三丰","phone":"667788"}""").event();
        assertThat(JsonCodec.write(event)).doesNotContain("三丰", "3021234", "667788", "13900139000");
        assertThat(event.extras()).isEqualTo(Map.of("caller", "张**", "tel", "***********"));
        assertThat(event.handling().get(0).result()).isEqualTo("已回复张**");
    }

    @Test
    void valuesAreWrittenInTheOrderOfTheRecordWithNulls() {
        assertThat(JsonCodec.write(new LineError(3, new LineError.Cause("x", List.of(new EventProblem("f", null, "m", "n"))))))
                .isEqualTo("{\"line\":3,\"error\":{\"detail\":\"x\",\"problems\":[{\"field\":\"f\",\"value\":null,\"message\":\"m\",\"mend\":\"n\"}]}}");
    }
}
