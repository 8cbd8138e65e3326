package cn.jianwang.event;

/** What the reporter wants, as the platform recorded it (诉求目的). The names are the JSON values. */
public enum AppealPurpose {
    咨询, 求助, 投诉, 举报, 建议, 表扬, 其他
}
