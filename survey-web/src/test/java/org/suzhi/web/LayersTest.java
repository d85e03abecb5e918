package org.suzhi.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.suzhi.web", importOptions = DoNotIncludeTests.class)
class LayersTest {
    @ArchTest
    static final ArchRule onlyJdbcPackagesSpeakSql = noClasses()
            .that()
            .resideOutsideOfPackages("..jdbc..", "..database..", "..command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.springframework.jdbc..");
}
