package cn.jianwang.event;

/** How an event reached the platform (渠道). */
public enum Channel {
    GRID_PATROL("网格巡查"),
    CITIZEN_REPORT("随手拍"),
    HOTLINE_12345("12345"),
    PETITION("信访"),
    VIDEO_ALARM("视频告警"),
    ENFORCEMENT("行政执法"),
    OTHER("其他");

    private final String title;

    Channel(String title) {
        this.title = title;
    }

    /** The Chinese name that people read and write in test cases. */
    public String title() {
        return title;
    }
}
