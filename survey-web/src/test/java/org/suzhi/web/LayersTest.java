package org.suzhi.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.springframework.stereotype.Component;

@AnalyzeClasses(packages = "org.suzhi.web", importOptions = DoNotIncludeTests.class)
class LayersTest {
    @ArchTest
    static final ArchRule onlyJdbcPackagesSpeakSql = noClasses()
            .that()
            .resideOutsideOfPackages("..jdbc..", "..database..", "..command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.springframework.jdbc..");

    /** Two beans of one simple name keep the server from starting. */
    @ArchTest
    static void beansHaveNamesOfTheirOwn(JavaClasses classes) {
        List<String> names = classes.stream()
                .filter(c -> c.isMetaAnnotatedWith(Component.class) && !c.isAnnotation())
                .map(JavaClass::getSimpleName)
                .toList();
        assertThat(names).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    }
}
