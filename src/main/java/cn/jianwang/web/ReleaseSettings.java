package cn.jianwang.web;

import cn.jianwang.trial.MutationReport;
import java.nio.file.Path;
import org.springframework.core.env.Environment;

/**
 * Where rules come from.
 *
 * @param rules    the working folder: published from, and served where nothing was published yet
 * @param cases    test cases of the working folder
 * @param releases the shelf of published releases
 * @param mutation score, from 0 to 1, that the mutation gate asks for
 * @param watch    developer's mode: the working folder serves, and serves anew whenever a file changes
 */
record ReleaseSettings(Path rules, Path cases, Path releases, double mutation, boolean watch) {

    static ReleaseSettings of(Environment environment) {
        Path rules = Path.of(environment.getProperty("jianwang.rules", "rules")).toAbsolutePath().normalize();
        return new ReleaseSettings(rules, rules.resolveSibling("test-cases"),
                Path.of(environment.getProperty("jianwang.releases", "releases")).toAbsolutePath().normalize(),
                environment.getProperty("jianwang.publish.mutation", Double.class, MutationReport.LEAST),
                environment.getProperty("jianwang.watch", Boolean.class, false));
    }
}
