package org.suzhi.web;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleStructureTest {
    @Test
    void featuresKeepToThemselves() {
        ApplicationModules.of(Suzhi.class).verify();
    }
}
