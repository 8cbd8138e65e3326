package cn.jianwang.retriage;

import java.util.List;

/** Writes a page piece by piece; whatever is given as text is escaped. */
final class Html {

    private final StringBuilder page = new StringBuilder();

    /** Markup of our own, as it is. */
    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                default -> page.append(c);
            }
        }
        return this;
    }

    Html element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name.split(" ")[0] + ">");
    }

    /** A table; cells that are numbers stand to the right. */
    Html table(List<String> head, List<List<Object>> rows) {
        raw("<table><thead><tr>");
        head.forEach(cell -> element("th", cell));
        raw("</tr></thead><tbody>");
        for (List<Object> row : rows) {
            raw("<tr>");
            for (Object cell : row) {
                if (cell instanceof Number number) {
                    element("td class=\"n\"", "%,d".formatted(number.longValue()));
                } else {
                    element("td", String.valueOf(cell));
                }
            }
            raw("</tr>");
        }
        return raw("</tbody></table>");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
