package cn.jianwang.opinion;

import cn.jianwang.decision.Decision.SecondOpinion;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * A linear model over {@link Features}: the chance that an event is to be pushed. Immutable and safe for many threads. Its file
 * is text that can be read and compared, one feature a line.
 */
public final class OpinionModel {

    private static final String HEADER = "检网第二意见模型 1";
    private static final double THOUSANDTHS = 1000;
    private static final int NAME_DIGITS = 12;

    /** What one feature counts: how rare it is, and which way it points. */
    record Weight(double rarity, double weight) {
    }

    private final Map<String, Weight> weights;
    private final double bias;
    private final double threshold;
    private final String text;
    private final String name;

    OpinionModel(Map<String, Weight> weights, double bias, double threshold) {
        this.weights = Map.copyOf(weights);
        this.bias = bias;
        this.threshold = threshold;
        this.text = text(new TreeMap<>(weights), bias, threshold);
        this.name = name(text);
    }

    /** What the model says; the same features always give the same opinion. */
    public SecondOpinion opinion(Collection<String> features) {
        double chance = chance(features);
        return new SecondOpinion(chance >= threshold, Math.round(chance * THOUSANDTHS) / THOUSANDTHS, name);
    }

    double chance(Collection<String> features) {
        double sum = 0;
        double squares = 0;
        for (String feature : features) {
            Weight weight = weights.get(feature);
            if (weight != null) {
                sum += weight.rarity * weight.weight;
                squares += weight.rarity * weight.rarity;
            }
        }
        return 1 / (1 + Math.exp(-(squares == 0 ? bias : sum / Math.sqrt(squares) + bias)));
    }

    /** Number of features. */
    public int size() {
        return weights.size();
    }

    public double threshold() {
        return threshold;
    }

    /** Identity of the model, from its content. */
    public String name() {
        return name;
    }

    /** The model as it stands in its file. */
    public String text() {
        return text;
    }

    /**
     * Reads a model.
     *
     * @throws UnusableModelException where the file is not there, or not a model of this version
     */
    public static OpinionModel read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (CharacterCodingException | IllegalArgumentException other) {
            throw new UnusableModelException(file + " 不是第二意见模型，或不是这个版本的。怎么改：用 opinion train 重新训练");
        } catch (IOException e) {
            throw new UnusableModelException("读不了第二意见模型 " + file + "。怎么改：检查文件名和权限，或用 opinion train 训练一个");
        }
    }

    private static OpinionModel parse(String text) {
        String[] lines = text.split("\n");
        if (lines.length < 3 || !lines[0].equals(HEADER)) {
            throw new IllegalArgumentException("no model");
        }
        Map<String, Weight> weights = new TreeMap<>();
        for (int i = 3; i < lines.length; i++) {
            String[] cells = lines[i].split("\t");
            if (cells.length != 3) {
                throw new IllegalArgumentException("line " + (i + 1));
            }
            weights.put(cells[0], new Weight(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
        }
        return new OpinionModel(weights, value(lines[1]), value(lines[2]));
    }

    private static double value(String line) {
        return Double.parseDouble(line.substring(line.indexOf('\t') + 1));
    }

    private static String text(Map<String, Weight> sorted, double bias, double threshold) {
        StringBuilder text = new StringBuilder(HEADER).append("\n偏置\t").append(bias).append("\n推送线\t").append(threshold).append('\n');
        sorted.forEach((feature, weight) -> text.append(feature).append('\t').append(weight.rarity).append('\t')
                .append(weight.weight).append('\n'));
        return text.toString();
    }

    private static String name(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, NAME_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
