package cn.jianwang.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which package may know which, read from the classes. */
class ArchitectureTest {

    private static final String ROOT = "cn.jianwang.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("cn.jianwang");

    /** The arrows of the design, from the foundation upwards: each package with those it may know. */
    private static final Map<String, Set<String>> ARROWS = new LinkedHashMap<>();

    static {
        ARROWS.put("event", Set.of());
        ARROWS.put("language", Set.of("event"));
        ARROWS.put("fact", Set.of("language", "event"));
        ARROWS.put("rulebook", Set.of("fact", "language", "event"));
        ARROWS.put("engine", Set.of("rulebook", "fact", "language", "event"));
        ARROWS.put("decision", Set.of("engine", "rulebook", "fact", "language", "event"));
        ARROWS.put("release", Set.of("decision", "engine", "rulebook", "fact", "language", "event"));
        ARROWS.put("trial", Set.of("release", "decision", "engine", "rulebook", "fact", "language", "event"));
        ARROWS.put("difference", Set.of("release", "decision", "engine", "rulebook", "fact", "language", "event"));
        ARROWS.put("measure", Set.of("release", "decision", "rulebook", "fact", "language", "event"));
        ARROWS.put("opinion", Set.of("decision", "language", "event"));
        ARROWS.put("workbook", Set.of("rulebook"));
        ARROWS.put("store", Set.of("decision", "rulebook", "event"));
        ARROWS.put("notification", Set.of("store", "decision", "rulebook", "event"));
        ARROWS.put("retriage", Set.of("notification", "difference", "workbook", "store", "release", "decision", "rulebook", "event"));
        ARROWS.put("web", Set.of("retriage", "notification", "store", "opinion", "trial", "release", "decision", "rulebook", "event"));
        ARROWS.put("cli", Set.of("retriage", "notification", "difference", "workbook", "store", "measure", "opinion", "trial", "release", "decision",
                "rulebook", "fact", "language", "event"));
    }

    static Set<String> packages() {
        return ARROWS.keySet();
    }

    @Test
    void everyPackageHasItsPlaceInTheDesign() {
        Set<String> found = CLASSES.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()).split("\\.")[0]).collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).containsExactlyInAnyOrderElementsOf(packages());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void arrowsPointDownwards(String name) {
        String[] above = Stream.concat(Stream.of("cn.jianwang"), packages().stream()
                .filter(other -> !other.equals(name) && !ARROWS.get(name).contains(other)).map(other -> ROOT + other + ".."))
                .toArray(String[]::new);
        noClasses().that().resideInAPackage(ROOT + name + "..").should().dependOnClassesThat().resideInAnyPackage(above)
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("cn.jianwang.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheEngineKnowsDrools() {
        noClasses().that().resideOutsideOfPackage("cn.jianwang.engine..").should().dependOnClassesThat()
                .resideInAnyPackage("org.kie..", "org.drools..").check(CLASSES);
    }

    @Test
    void onlyTheLanguageKnowsHanLP() {
        noClasses().that().resideOutsideOfPackage("cn.jianwang.language..").should().dependOnClassesThat()
                .resideInAPackage("com.hankcs..").check(CLASSES);
    }

    @Test
    void onlyTheOpinionKnowsTheLearner() {
        noClasses().that().resideOutsideOfPackage("cn.jianwang.opinion..").should().dependOnClassesThat()
                .resideInAPackage("de.bwaldvogel..").check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"event", "language", "fact", "rulebook", "engine", "decision", "release", "trial", "workbook", "difference",
        "measure", "opinion"})
    void theDecidingCoreKnowsNeitherSpringNorADatabase(String name) {
        noClasses().that().resideInAPackage(ROOT + name + "..").should().dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..", "javax.sql..", "picocli..").check(CLASSES);
    }

    @Test
    void onlyTheEngineAndTheReleaseBuildTheEngine() {
        classes().that().haveFullyQualifiedName("cn.jianwang.engine.RuleEngine").should()
                .onlyBeAccessed().byAnyPackage("cn.jianwang.engine", "cn.jianwang.decision", "cn.jianwang.release").check(CLASSES);
    }

    @Test
    void nothingHoldsStateThatAllThreadsShare() {
        DescribedPredicate<JavaClass> ours = DescribedPredicate.describe("are ours", type -> type.getPackageName().startsWith("cn.jianwang"));
        classes().that(ours).should(new OnlyFinalStaticFields()).check(CLASSES);
    }
}
