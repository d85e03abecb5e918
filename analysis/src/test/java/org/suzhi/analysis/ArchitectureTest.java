package org.suzhi.analysis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.suzhi.analysis");

    @Test
    void layersRunFromDesignToReport() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .optionalLayer("expression")
                .definedBy("..analysis.expression..")
                .optionalLayer("design")
                .definedBy("..analysis.design..")
                .optionalLayer("weighting")
                .definedBy("..analysis.weighting..")
                .optionalLayer("variance")
                .definedBy("..analysis.variance..")
                .optionalLayer("estimate")
                .definedBy("..analysis.estimate..")
                .optionalLayer("inference")
                .definedBy("..analysis.inference..")
                .optionalLayer("regression")
                .definedBy("..analysis.regression..")
                .optionalLayer("indicator")
                .definedBy("..analysis.indicator..")
                .optionalLayer("chart")
                .definedBy("..analysis.chart..")
                .optionalLayer("report")
                .definedBy("..analysis.report..")
                .optionalLayer("specification")
                .definedBy("..analysis.specification..")
                .optionalLayer("rtwin")
                .definedBy("..analysis.rtwin..")
                .optionalLayer("command")
                .definedBy("..analysis.command..")
                .whereLayer("design")
                .mayNotAccessAnyLayer()
                .whereLayer("weighting")
                .mayOnlyAccessLayers("design")
                .whereLayer("variance")
                .mayOnlyAccessLayers("design", "weighting")
                .whereLayer("estimate")
                .mayOnlyAccessLayers("design", "weighting", "variance")
                .whereLayer("inference")
                .mayOnlyAccessLayers("design", "weighting", "variance", "estimate")
                .whereLayer("regression")
                .mayOnlyAccessLayers("expression", "design", "weighting", "variance", "estimate", "inference")
                .whereLayer("indicator")
                .mayOnlyAccessLayers("design", "weighting", "variance", "estimate", "inference", "regression")
                .whereLayer("specification")
                .mayOnlyBeAccessedByLayers("rtwin", "command")
                .whereLayer("rtwin")
                .mayOnlyBeAccessedByLayers("command")
                .whereLayer("command")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.suzhi.analysis.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void noFrameworkDatabaseOrLogger() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..",
                        "org.slf4j..",
                        "java.util.logging..",
                        "org.apache.logging..",
                        "org.apache.commons.logging..")
                .check(CLASSES);
    }

    @Test
    void analysisSeesOnlyMicrodataOfTheCore() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.suzhi.questionnaire..", "org.suzhi.response..", "org.suzhi.sampling..", "org.suzhi.web..")
                .check(CLASSES);
    }

    @Test
    void chartsLibraryOnlyInChart() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..analysis.chart..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jfree..", "org.apache.batik..")
                .check(CLASSES);
    }
}
