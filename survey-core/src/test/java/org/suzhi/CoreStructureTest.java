package org.suzhi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What survey-core may lean on, and which way its packages point. */
class CoreStructureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.suzhi");

    @Test
    void coreDependsOnJavaAndFewLibrariesOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.xml..",
                        "org.w3c.dom..",
                        "org.xml.sax..",
                        "org.jspecify..",
                        "org.suzhi..",
                        "org.apache.commons.math3..",
                        "org.jaxen..",
                        "org.yaml.snakeyaml..",
                        "org.apache.poi..")
                .check(CORE);
    }

    @Test
    void jaxenStaysInLogicAndPoiInTheWorkbookReader() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.suzhi.questionnaire.logic")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jaxen..")
                .check(CORE);
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.WorkbookReader(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.poi..")
                .check(CORE);
    }

    @Test
    void snakeYamlStaysInTheReaderOfPlans() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.DrawPlanReader(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yaml.snakeyaml..")
                .check(CORE);
    }

    @Test
    void distributionsStayInThePlanning() {
        noClasses()
                .that()
                .haveNameNotMatching("org.suzhi.sampling.plan.StudentT")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.commons.math3..")
                .check(CORE);
    }

    @Test
    void samplingKnowsNothingOfTheOtherPackages() {
        noClasses()
                .that()
                .resideInAPackage("org.suzhi.sampling..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.suzhi.questionnaire..", "org.suzhi.response..", "org.suzhi.microdata..")
                .check(CORE);
    }

    @Test
    void microdataKnowsNothingOfQuestionnairesAndResponses() {
        noClasses()
                .that()
                .resideInAPackage("org.suzhi.microdata..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.suzhi.questionnaire..", "org.suzhi.response..")
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.suzhi.(**)").should().beFreeOfCycles().check(CORE);
    }
}
