package cn.jianwang.measure;

import cn.jianwang.language.Homophones;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Mistakes of typing, of dictation and of scanning, laid over the free texts of an event: title, content and what agencies
 * reported. Every Chinese character falls victim with the same chance; the same event and seed give the same mistakes.
 */
public final class Noise implements UnaryOperator<Map<String, Object>> {

    private static final String LOOK_ALIKES = "look-alikes.txt";
    private static final int HOMOPHONES = 8;
    /** One mistake in so many takes a look-alike, where there is one; the others sound alike. */
    private static final int ONE_LOOKS_ALIKE_OF = 4;

    private final double chance;
    private final long seed;
    private final Homophones homophones = Homophones.load();
    private final Map<Character, String> lookAlikes = new HashMap<>();

    /** @param percent chance of each character, in a hundred */
    public Noise(double percent, long seed) {
        this.chance = percent / 100;
        this.seed = seed;
        for (String group : groups()) {
            for (char c : group.toCharArray()) {
                lookAlikes.merge(c, group.replace(String.valueOf(c), ""), String::concat);
            }
        }
    }

    /** The properties of an event with mistakes; what is given stays as it is. */
    @Override
    public Map<String, Object> apply(Map<String, Object> properties) {
        Random random = new Random(seed ^ properties.get("sourceEventId").hashCode());
        Map<String, Object> noisy = new LinkedHashMap<>(properties);
        noisy.computeIfPresent("title", (name, text) -> text((String) text, random));
        noisy.computeIfPresent("content", (name, text) -> text((String) text, random));
        noisy.computeIfPresent("handling", (name, steps) -> ((List<?>) steps).stream().map(step -> {
            Map<Object, Object> changed = new LinkedHashMap<>((Map<?, ?>) step);
            changed.computeIfPresent("result", (key, text) -> text((String) text, random));
            return changed;
        }).toList());
        return noisy;
    }

    String text(String text, Random random) {
        StringBuilder noisy = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            boolean chinese = Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
            noisy.append(chinese && random.nextDouble() < chance ? mistaken(c, random) : c);
        }
        return noisy.toString();
    }

    private char mistaken(char c, Random random) {
        String looks = lookAlikes.getOrDefault(c, "");
        if (!looks.isEmpty() && random.nextInt(ONE_LOOKS_ALIKE_OF) == 0) {
            return looks.charAt(random.nextInt(looks.length()));
        }
        List<Character> sounds = homophones.of(c, HOMOPHONES);
        return sounds.isEmpty() ? c : sounds.get(random.nextInt(sounds.size()));
    }

    private static List<String> groups() {
        try (InputStream in = Noise.class.getResourceAsStream(LOOK_ALIKES)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
