package cn.jianwang.web;

import java.nio.file.Path;
import org.springframework.core.env.Environment;

/**
 * Where rules come from.
 *
 * @param rules    the working folder: published from, and served where nothing was published yet
 * @param cases    test cases of the working folder
 * @param releases the shelf of published releases
 * @param watch    developer's mode: the working folder serves, and serves anew whenever a file changes
 */
record ReleaseSettings(Path rules, Path cases, Path releases, boolean watch) {

    static ReleaseSettings of(Environment environment) {
        Path rules = Path.of(environment.getProperty("jianwang.rules", "rules")).toAbsolutePath().normalize();
        return new ReleaseSettings(rules, rules.resolveSibling("test-cases"),
                Path.of(environment.getProperty("jianwang.releases", "releases")).toAbsolutePath().normalize(),
                environment.getProperty("jianwang.watch", Boolean.class, false));
    }
}
