package cn.jianwang.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of the design: web and cli stand on decision, decision on engine and rulebook, all on language and event. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("cn.jianwang");

    @Test
    void onlyTheEngineKnowsDrools() {
        noClasses().that().resideOutsideOfPackage("..engine..").should().dependOnClassesThat()
                .resideInAnyPackage("org.kie..", "org.drools..").check(CLASSES);
    }

    @Test
    void onlyTheLanguagePackageKnowsHanLP() {
        noClasses().that().resideOutsideOfPackage("..language..").should().dependOnClassesThat()
                .resideInAPackage("com.hankcs..").check(CLASSES);
    }

    @Test
    void theDecidingCoreKnowsNoSpring() {
        noClasses().that().resideInAnyPackage("..event..", "..language..", "..fact..", "..rulebook..", "..engine..", "..decision..",
                "..release..", "..trial..").should().dependOnClassesThat().resideInAPackage("org.springframework..").check(CLASSES);
    }

    @Test
    void arrowsPointDownwards() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
                .layer("entry").definedBy("..web..", "..cli..")
                .layer("store").definedBy("..store..")
                .layer("trial").definedBy("..trial..")
                .layer("release").definedBy("..release..")
                .layer("decision").definedBy("..decision..")
                .layer("engine").definedBy("..engine..")
                .layer("rulebook").definedBy("..rulebook..")
                .layer("fact").definedBy("..fact..")
                .layer("language").definedBy("..language..")
                .whereLayer("entry").mayNotBeAccessedByAnyLayer()
                .whereLayer("store").mayOnlyBeAccessedByLayers("entry")
                .whereLayer("trial").mayOnlyBeAccessedByLayers("entry")
                .whereLayer("release").mayOnlyBeAccessedByLayers("entry", "trial")
                .whereLayer("engine").mayOnlyBeAccessedByLayers("decision", "release")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("cn.jianwang.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
