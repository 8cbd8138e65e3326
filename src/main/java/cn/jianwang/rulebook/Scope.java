package cn.jianwang.rulebook;

import java.util.List;

/** 适用线索: everything ({@code *}), domains or lead types. */
public record Scope(List<String> items) {

    public Scope {
        items = List.copyOf(items);
    }

    public boolean covers(String leadType, String domain) {
        for (String item : items) {
            if (item.equals("*") || item.equals(leadType) || item.equals(domain)) {
                return true;
            }
        }
        return false;
    }
}
