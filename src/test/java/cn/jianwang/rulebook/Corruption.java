package cn.jianwang.rulebook;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Ways in which a rule file comes to harm, and what may become of it at most. */
enum Corruption {
    格子对调(Outcome.VISIBLE) {
        @Override
        byte[] of(RuleFile file, byte[] bytes, Random random) {
            List<List<String>> rows = grid(file);
            List<String> row = rows.get(anyRow(rows, random));
            Collections.swap(row, random.nextInt(row.size()), random.nextInt(row.size()));
            return written(rows);
        }
    },
    两列表头对调(Outcome.VISIBLE) {
        @Override
        byte[] of(RuleFile file, byte[] bytes, Random random) {
            List<List<String>> rows = grid(file);
            Collections.swap(rows.get(0), random.nextInt(rows.get(0).size()), random.nextInt(rows.get(0).size()));
            return written(rows);
        }
    },
    换编码(Outcome.SAME) {
        @Override
        byte[] of(RuleFile file, byte[] bytes, Random random) {
            List<String> charsets = List.of("GB18030", "UTF-16", "UTF-8");
            return text(bytes).replace("\n", "\r\n").getBytes(Charset.forName(charsets.get(random.nextInt(charsets.size()))));
        }
    },
    乱码(Outcome.REFUSED) {
        @Override
        byte[] of(RuleFile file, byte[] bytes, Random random) {
            return switch (random.nextInt(3)) {
                case 0 -> new String(bytes, Charset.forName("GBK")).getBytes(StandardCharsets.UTF_8);
                case 1 -> new String(bytes, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
                default -> text(bytes).getBytes(StandardCharsets.ISO_8859_1);
            };
        }
    },
    断行(Outcome.VISIBLE) {
        @Override
        byte[] of(RuleFile file, byte[] bytes, Random random) {
            List<String> lines = new ArrayList<>(Arrays.asList(text(bytes).split("\n")));
            int at = 1 + random.nextInt(lines.size() - 1);
            lines.set(at, lines.get(at).substring(0, random.nextInt(lines.get(at).length())));
            return ("\uFEFF" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        }
    },
    断文件(Outcome.VISIBLE) {
        @Override
        byte[] of(RuleFile file, byte[] bytes, Random random) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
    },
    清空格子(Outcome.VISIBLE) {
        @Override
        byte[] of(RuleFile file, byte[] bytes, Random random) {
            List<List<String>> rows = grid(file);
            List<String> row = rows.get(anyRow(rows, random));
            row.set(random.nextInt(row.size()), "");
            return written(rows);
        }
    },
    翻转字节(Outcome.VISIBLE) {
        @Override
        byte[] of(RuleFile file, byte[] bytes, Random random) {
            byte[] flipped = bytes.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return flipped;
        }
    },
    多一个引号(Outcome.VISIBLE) {
        @Override
        byte[] of(RuleFile file, byte[] bytes, Random random) {
            String text = text(bytes);
            int at = random.nextInt(text.length());
            return (text.substring(0, at) + '"' + text.substring(at)).getBytes(StandardCharsets.UTF_8);
        }
    },
    错行(Outcome.VISIBLE) {
        @Override
        byte[] of(RuleFile file, byte[] bytes, Random random) {
            List<List<String>> rows = grid(file);
            List<String> row = rows.remove(anyRow(rows, random));
            if (random.nextBoolean()) {
                rows.add(1 + random.nextInt(rows.size()), row);
            }
            return written(rows);
        }
    },
    漏一个逗号(Outcome.VISIBLE) {
        @Override
        byte[] of(RuleFile file, byte[] bytes, Random random) {
            List<List<String>> rows = grid(file);
            List<String> row = rows.get(anyRow(rows, random));
            int at = random.nextInt(row.size() - 1);
            row.set(at, row.get(at) + row.remove(at + 1));
            return written(rows);
        }
    },
    表格软件重存(Outcome.SAME) {
        @Override
        byte[] of(RuleFile file, byte[] bytes, Random random) {
            List<List<String>> rows = grid(file);
            rows.forEach(row -> row.replaceAll(cell -> cell.replaceFirst("^(\\d{4})-0?(\\d+)-0?(\\d+)$", "$1/$2/$3")));
            rows.forEach(row -> row.addAll(List.of("", "")));
            rows.add(Collections.nCopies(rows.get(0).size(), ""));
            return new String(written(rows), StandardCharsets.UTF_8).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        }
    },
    编码成科学计数(Outcome.REFUSED) {
        @Override
        byte[] of(RuleFile file, byte[] bytes, Random random) {
            List<List<String>> rows = grid(file);
            List<String> row = rows.get(anyRow(rows, random));
            row.set(random.nextInt(row.size()), "3.30802E+11");
            return written(rows);
        }
    };

    /** What may become of a damaged file, from the safest on. */
    enum Outcome {
        /** Every use of the rules is refused, with a problem. */
        REFUSED,
        /** Read as if nothing had happened. */
        SAME,
        /** Read as an edit that someone could have meant; the difference tells it. */
        VISIBLE
    }

    private final Outcome most;

    Corruption(Outcome most) {
        this.most = most;
    }

    /** The outcome that must not be gone beyond. */
    boolean allows(Outcome outcome) {
        return most == Outcome.VISIBLE || most == outcome;
    }

    /** The bytes after the harm. */
    abstract byte[] of(RuleFile file, byte[] bytes, Random random);

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).substring(1);
    }

    private static List<List<String>> grid(RuleFile file) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(file.table().columns().stream().map(Column::title).toList()));
        file.rows().forEach(row -> rows.add(new ArrayList<>(row)));
        return rows;
    }

    private static int anyRow(List<List<String>> rows, Random random) {
        return 1 + random.nextInt(rows.size() - 1);
    }

    private static byte[] written(List<List<String>> rows) {
        return rows.stream().map(row -> row.stream().map(cell -> cell.matches("[^\",\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","))).collect(Collectors.joining("\n", "\uFEFF", "\n")).getBytes(StandardCharsets.UTF_8);
    }
}
